/** The beginning of a message's reason: what was found. */
export const messageForm = /^(?:(?:Unknown|Missing|Duplicate|Invalid) |`[^`]+` is not )/;
