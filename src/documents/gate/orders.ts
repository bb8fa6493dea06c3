/** Sentences of a document that speak to a machine: they are kept as they stand, and an admin is told. */
import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import { shortened } from '../../text/shortened.ts'

const ORDERS_SHOWN = 3

/** One warning each, of the first few. */
export const ordersIn = (text: string): readonly string[] =>
  text
    .split(/\n+|(?<=[.!?;])\s/)
    .filter((sentence) => sentence.length > 10 && ordersMachine(sentence))
    .slice(0, ORDERS_SHOWN)
    .map((sentence) => READ_WARNINGS.ordersMachine(shortened(sentence.trim(), 120)))
