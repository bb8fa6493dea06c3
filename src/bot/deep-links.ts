/** Links that open something at once: `t.me/<bot>?start=vb_…`. */

/** A document, a prepared question, an invitation. */
export const DEEP_LINKS = ['vb', 'hoi', 'moi'] as const
export type DeepLink = (typeof DEEP_LINKS)[number]

/** What stands behind /start; null for anything else. */
export const deepLinkOf = (payload: string): { readonly kind: DeepLink; readonly id: string } | null => {
  const [, name, id] = /^([a-z]+)_([\w-]{1,60})$/.exec(payload.trim()) ?? []
  const kind = DEEP_LINKS.find((one) => one === name)
  return kind && id !== undefined ? { kind, id } : null
}

export const deepLink = (username: string, kind: DeepLink, id: string): string =>
  `https://t.me/${username}?start=${kind}_${id}`
