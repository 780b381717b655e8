import { afterEach, expect } from 'vitest'
import './loopbackOnly.mjs'

const watched = globalThis as { declicForbidden?: Error[] }
watched.declicForbidden = []

afterEach(() => {
  expect(watched.declicForbidden, 'connections beyond loopback').toEqual([])
})
