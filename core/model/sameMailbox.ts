// One person's addresses, as far as their spelling tells: case does not matter, and « awa+badge@… » arrives where « awa@… » does.

/** Without what stands behind a plus; undefined: no address. */
const mailboxOf = (address: string): string | undefined => {
  const [, local, domain] = /^([^@\s]+)@([^@\s]+)$/.exec(address.trim().toLowerCase()) ?? []
  return local && domain ? `${local.replace(/(?<=.)\+.*$/, '')}@${domain.replace(/\.$/, '')}` : undefined
}

/** What is no address is nobody's. */
export const isSameMailbox = (one: string | null | undefined, other: string | null | undefined): boolean => {
  const mailbox = one ? mailboxOf(one) : undefined
  return mailbox !== undefined && other != null && mailbox === mailboxOf(other)
}

/** The same address without its plus part: what its owner would write it as. */
export const plainAddress = (address: string): string => mailboxOf(address) ?? address
