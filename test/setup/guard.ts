import { afterEach, expect } from 'vitest'
import './loopbackOnly.mjs'

const watched = globalThis as { declicForbidden?: Error[] }
watched.declicForbidden = []

afterEach(() => {
  const tried = watched.declicForbidden
  watched.declicForbidden = []
  expect(tried, 'connections beyond loopback').toEqual([])
})
