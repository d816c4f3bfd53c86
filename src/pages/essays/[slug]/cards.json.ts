import review from 'virtual:review';
import { toEssayCards, type EssayCards } from '../../../components/cards/essay-cards.ts';
import { readStrings } from '../../../components/strings.ts';

export const getStaticPaths = () =>
  [...toEssayCards(review, readStrings())].map(([slug, cards]) => ({ params: { slug }, props: { cards } }));

/** Card data that is not on the essay's page. */
export const GET = ({ props }: { props: { cards: EssayCards } }): Response => Response.json(props.cards);
