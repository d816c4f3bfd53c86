/** How the reason of a message begins: with what was found. */
export const messageForm = /^(?:(?:Unknown|Missing|Duplicate|Invalid) |`[^`]+` is not )/;
