declare module 'linkify-it' {
  export default class LinkifyIt {
    match(text: string): { index: number; lastIndex: number; url: string }[] | null;
  }
}
