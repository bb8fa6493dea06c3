/** Imported first by the process that reads files: whatever a file makes a library try, nothing goes out. */
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const deny = (): never => {
  throw new Error('Reading a file needs no network')
}

const close = (target: object, names: readonly string[]): void => {
  for (const name of names) Object.defineProperty(target, name, { value: deny, writable: false })
}

// sockets connect through the prototype: that alone stops http, fetch and everything built on them; the rest fails early and clearly
close(net.Socket.prototype, ['connect'])
close(net.Server.prototype, ['listen'])
close(net, ['connect', 'createConnection'])
close(tls, ['connect'])
close(dgram, ['createSocket'])
close(http, ['request', 'get'])
close(https, ['request', 'get'])
close(http2, ['connect'])
close(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'])
close(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'])
close(globalThis, ['fetch', 'WebSocket', 'EventSource'])
syncBuiltinESMExports()
