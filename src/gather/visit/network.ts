/** The way out, as a port: who a name is, and which addresses may be spoken to. A test brings its own; no setting can. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from '../address/public-address.ts'

export interface Network {
  /** All addresses of a name; rejects where it has none. */
  lookup(host: string): Promise<readonly string[]>
  mayReach(address: string): boolean
  /** Certificates to trust besides the usual ones. */
  readonly ca?: string
}

export const publicNetwork: Network = {
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayReach: isPublicAddress,
}

export type Addresses =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly reason: 'no_host' | 'private_address' }

/** The addresses that may be connected to, and nothing else is: one bad one among them spoils the name. */
export const addressesOf = async ({ hostname }: URL, network: Network): Promise<Addresses> => {
  const literal = hostname.replace(/^\[|\]$/g, '')
  try {
    const addresses = isIP(literal) ? [literal] : await within(LOOKUP_MS, network.lookup(hostname))
    if (addresses.length === 0) return { ok: false, reason: 'no_host' }
    return addresses.every((address) => network.mayReach(address))
      ? { ok: true, addresses }
      : { ok: false, reason: 'private_address' }
  } catch {
    return { ok: false, reason: 'no_host' } // not known, or the resolver is out of reach
  }
}

const LOOKUP_MS = 10_000

const within = <T>(milliseconds: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the resolver is silent')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
