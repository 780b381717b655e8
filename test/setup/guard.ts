import { afterEach, expect } from 'vitest'
import './loopbackOnly.mjs'

afterEach(() => {
  const forbidden = (globalThis as { declicForbidden?: Error[] }).declicForbidden ?? []
  expect(forbidden, 'connections beyond loopback').toEqual([])
})
