/** What every program that a test starts gets from the test's own environment: where commands are, and what Node has compiled already. */
export const childEnvironment = (): Record<string, string> => {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env
  return { PATH, NODE_COMPILE_CACHE }
}
