/** Gives a module a value, under a name of its own: an expression of JavaScript that makes it. */
export type Embed = (name: string, make: () => unknown) => string;

export const embedAsLiteral: Embed = (_, make) => JSON.stringify(make());

/**
 * Leaves values where pages find them that are made in this process, each when its page asks for it, until they are
 * forgotten: to the bundler, an essay as code costs more than to anyone else.
 */
export function embedInProcess(): { embed: Embed; forget: () => void } {
  const makers = new Map<string, () => unknown>();
  const place = Symbol.for('alignment-review.embedded');
  Object.defineProperty(globalThis, place, { configurable: true, value: (name: string) => makers.get(name)?.() });
  return {
    embed: (name, make) => {
      makers.set(name, make);
      return `globalThis[Symbol.for(${JSON.stringify(place.description)})](${JSON.stringify(name)})`;
    },
    forget: () => void Reflect.deleteProperty(globalThis, place),
  };
}
