/**
 * About how many tokens a text has, for sizes, reservations and forecasts; what a server counts is believed where it says so.
 * Measured on Vietnamese regulations, press and encyclopedia: 1.9-2.2 characters a token with the vocabulary of OpenAI's
 * embedding models (cl100k), 3.2-3.5 with newer ones (o200k). Two errs on the side of more.
 */
const CHARACTERS_PER_TOKEN = 2

export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN)

/** What a server says it counted for a text; estimated where it says nothing, or what no count can be. */
export const countedTokens = (said: unknown, text: string): number =>
  typeof said === 'number' && Number.isSafeInteger(said) && said > 0 ? said : estimateTokens(text)
