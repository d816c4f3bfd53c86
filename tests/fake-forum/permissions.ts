import { GraphQLError } from 'graphql';

/** A member of the forum. `karma` over 1 or a review by a moderator allows a member to name co-authors. */
export type Account = {
  id: string;
  token: string;
  karma?: number;
  isReviewed?: boolean;
  isAlignmentForumMember?: boolean;
  isModerator?: boolean;
  isAdmin?: boolean;
};

type Rule = (account: Account, owner: string) => boolean;

const member: Rule = () => true;
const owner: Rule = ({ id }, owned) => id === owned;
const admin: Rule = ({ isAdmin }) => isAdmin === true;
const staff: Rule = ({ isAdmin, isModerator }) => isAdmin === true || isModerator === true;
const alignmentForum: Rule = ({ isAlignmentForumMember }) => isAlignmentForumMember === true;
const ownerOrStaff: Rule = (account, owned) => owner(account, owned) || staff(account, owned);
const trusted: Rule = (account, owned) =>
  (account.karma ?? 0) > 1 || account.isReviewed === true || staff(account, owned);

/** Who may set a field of a new post, and of an existing one. */
const postFields: Readonly<Record<string, { create: Rule; update: Rule }>> = {
  title: { create: member, update: member },
  contents: { create: member, update: member },
  draft: { create: member, update: member },
  url: { create: member, update: member },
  postCategory: { create: member, update: member },
  socialPreview: { create: member, update: member },
  submitToFrontpage: { create: member, update: member },
  shareWithUsers: { create: member, update: member },
  tagRelevance: { create: member, update: ownerOrStaff },
  sharingSettings: { create: member, update: (account, owned) => owner(account, owned) || admin(account, owned) },
  deletedDraft: { create: () => false, update: ownerOrStaff },
  coauthorStatuses: { create: trusted, update: trusted },
  af: { create: alignmentForum, update: alignmentForum },
  canonicalSource: { create: admin, update: admin },
  slug: { create: admin, update: admin },
  canonicalSequenceId: { create: staff, update: staff },
  noIndex: { create: staff, update: staff },
};

/** Returns the fields that an account may not set, in the order of the request. */
export function findForbidden(
  fields: object,
  { account, kind, owner: owned }: { account: Account; kind: 'create' | 'update'; owner: string },
): string[] {
  return Object.keys(fields).filter((name) => postFields[name]?.[kind](account, owned) !== true);
}

/** Rejects a new post. The error names neither the rule nor the field. */
export function refuseCreation(forbidden: readonly string[]): void {
  if (forbidden.length > 0) throw new GraphQLError('app.validation_error');
}

/** Rejects a change. The message is the list of errors as JSON. */
export function refuseUpdate(forbidden: readonly string[]): void {
  if (forbidden.length === 0) return;
  const errors = forbidden.map((name) => ({ id: 'errors.disallowed_property_detected', properties: { name } }));
  throw new GraphQLError(JSON.stringify(errors));
}

export const isStaff = (account: Account | null): boolean => account !== null && staff(account, '');
