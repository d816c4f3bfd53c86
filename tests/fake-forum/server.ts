import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  buildSchema,
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
} from 'graphql';
import { misbehave, type LoggedRequest } from './faults.ts';
import { FakeForum, type FakeForumOptions } from './forum.ts';
import { createResolvers } from './resolvers.ts';

export type { Account } from './permissions.ts';
export type { Act, Fault, LoggedRequest } from './faults.ts';
export type { FakeForum, FakeForumOptions, Tag } from './forum.ts';

const readSchema = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const schema = buildSchema(`${readSchema('schema.graphql')}\n${readSchema('schema-inputs.graphql')}`);

type Answer = { status: number; type: string; body: string };
type PreparedAnswer = { request: LoggedRequest; answer: () => Promise<Answer> };

/**
 * Starts a forum on this machine. `url` has a trailing slash, `close` stops the server, and the rest is `FakeForum`.
 */
export async function createFakeForum(
  options: FakeForumOptions,
): Promise<FakeForum & { url: string; close: () => Promise<void> }> {
  const forum = new FakeForum(options);
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await readRequest(forum, request);
    forum.log.push(asked.request);
    await forum.runHooks(asked.request);
    const fault = forum.faults.next(asked.request);
    const isPerformed =
      fault === null || fault.isPerformed === true || fault.act === 'truncated' || fault.act === 'cut';
    const { status, type, body } = isPerformed ? await asked.answer() : nothing;
    if (fault !== null) misbehave(response, fault.act, body);
    else response.writeHead(status, { 'content-type': type }).end(body);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The fake forum has no port. Run the test again.');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await forum.background.finish([]);
  };
  return Object.assign(forum, { url: `http://127.0.0.1:${address.port}/`, close });
}

const nothing: Answer = { status: 200, type: 'application/json', body: '' };

async function readRequest(forum: FakeForum, request: IncomingMessage): Promise<PreparedAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname !== '/graphql')
    return {
      request: { kind: 'page', name: pathname, variables: {} },
      answer: async () => ({ status: 404, type: 'text/plain', body: '' }),
    };
  const token = request.headers['logintoken'];
  const account = forum.accounts.find((each) => each.token === token) ?? null;
  const { query = '', variables = {} } = readJson(Buffer.concat(chunks).toString('utf8'));
  const document = readDocument(query);
  const errors = document instanceof GraphQLError ? [document] : validate(schema, document);
  if (document instanceof GraphQLError || errors.length > 0)
    return { request: { kind: 'query', name: 'malformed', variables }, answer: async () => json({ errors }, 400) };
  const answer = async (): Promise<Answer> => {
    const contextValue = { account };
    const rootValue = createResolvers(forum);
    return json(await execute({ schema, document, rootValue, contextValue, variableValues: variables }));
  };
  return { request: { ...nameOf(document), variables }, answer };
}

type Query = { query?: string; variables?: Record<string, unknown> };

function readJson(text: string): Query {
  try {
    return JSON.parse(text) as Query;
  } catch {
    return {};
  }
}

function readDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function nameOf({ definitions }: DocumentNode): { kind: 'query' | 'mutation'; name: string } {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [field] = operation?.selectionSet.selections ?? [];
  const name = field?.kind === Kind.FIELD ? field.name.value : '';
  return { kind: operation?.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query', name };
}

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
