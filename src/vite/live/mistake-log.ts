import { formatMessages } from '../../engine/model/format-messages.ts';
import { isError, type Message } from '../../engine/model/message.ts';

/** Logs a page that could not be shown, and the reason. */
type MistakeLog = (url: string, messages: readonly Message[]) => void;

/** Creates a log that prints the status of each answer, and the overlay's messages if they have changed. */
export function createMistakeLog(print: (text: string) => void): MistakeLog {
  let before = '';
  return (url, messages) => {
    const text = formatMessages(messages.filter(isError));
    print(text === before ? `[500] ${url}` : `[500] ${url}\n\n${text}`);
    before = text;
  };
}
