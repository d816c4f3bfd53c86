import { formatMessages } from '../../engine/model/format-messages.ts';
import { levelOf, type Message } from '../../engine/model/message.ts';

/** Is told of a page that could not be shown, and why. */
type MistakeLog = (url: string, messages: readonly Message[]) => void;

/** Prints the status of each answer, and the messages that the overlay shows as soon as they are others than before. */
export function createMistakeLog(print: (text: string) => void): MistakeLog {
  let before = '';
  return (url, messages) => {
    const text = formatMessages(messages.filter((message) => levelOf(message) === 'error'));
    print(text === before ? `[500] ${url}` : `[500] ${url}\n\n${text}`);
    before = text;
  };
}
