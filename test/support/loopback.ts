/** The network of tests: what no setting of the program can say stands here, in code. */
import { isPublicAddress } from '../../src/gather/address/public-address.ts'
import type { Network } from '../../src/gather/visit/network.ts'

/** Names below `.test` are this machine, and this machine may be reached. `names`: others, and their addresses. */
export const loopback = (names: Readonly<Record<string, readonly string[]>> = {}): Network => ({
  lookup: async (host) => {
    const found = names[host] ?? (host.endsWith('.test') ? ['127.0.0.1'] : [])
    if (found.length === 0) throw new Error(`no such host: ${host}`)
    return found
  },
  mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
})
