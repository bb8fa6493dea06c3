/** The line in which copies of State norms say whether they still hold. */
export const STATE_OF_VALIDITY =
  /^(?:tình trạng|hiệu lực|trạng thái)(?: hiệu lực| pháp lý)?\s*:\s*(?<state>còn hiệu lực|hết hiệu lực|đã (?:được |bị )?thay thế)/imu
