import { parse } from 'parse5';

const ownHosts = new Set(['cloudinary.com', 'res.cloudinary.com', 'www.lesswrong.com', 'www.alignmentforum.org']);

/** Returns whether a picture's URL responds now. */
export type CanFetch = (address: string) => boolean | Promise<boolean>;

/** The forum's own store of pictures, by URL of the original. Stored pictures are never fetched again. */
export class PictureStore {
  /** URL of the original → URL of the copy. */
  copies = new Map<string, string>();
  private canFetch: CanFetch;

  constructor(canFetch: CanFetch) {
    this.canFetch = canFetch;
  }

  /** Returns the HTML with the URLs of the copies, and the number of pictures that have one. */
  async mirror(html: string): Promise<{ html: string; count: number }> {
    const found = [...new Set(findPictures(html))].filter(isForeign);
    let mirrored = html;
    let count = 0;
    for (const address of found) {
      const copy = await this.copyOf(address);
      if (copy === null) continue;
      mirrored = mirrored.replaceAll(`src="${escape(address)}"`, `src="${copy}"`);
      count += 1;
    }
    return { html: mirrored, count };
  }

  private async copyOf(address: string): Promise<string | null> {
    const known = this.copies.get(address);
    if (known !== undefined) return known;
    if (!(await this.canFetch(address))) return null;
    const copy = `https://res.cloudinary.com/forum/mirroredImages/${this.copies.size + 1}`;
    this.copies.set(address, copy);
    return copy;
  }
}

const escape = (address: string): string => address.replaceAll('&', '&amp;');

function isForeign(address: string): boolean {
  return URL.canParse(address) && !ownHosts.has(new URL(address).hostname);
}

type Node = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] };

function findPictures(html: string): string[] {
  const list = (node: Node): string[] => {
    const src = node.nodeName === 'img' ? node.attrs?.find(({ name }) => name === 'src')?.value : undefined;
    return [...(src === undefined ? [] : [src]), ...(node.childNodes ?? []).flatMap(list)];
  };
  return list(parse(html));
}
