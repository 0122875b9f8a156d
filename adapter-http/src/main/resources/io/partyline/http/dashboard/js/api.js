/// The studio's HTTP door.

const PATIENCE_MS = 40_000;

/// The studio said no, or could not be reached; the message is a sentence for the host.
export class Refusal extends Error {
  /// Whether nobody was there to say no.
  unreachable = false;
  status = null;
}

export async function read(path) {
  const answer = await send(path, { headers: { Accept: 'application/json' } });
  return { body: await answer.json(), date: answer.headers.get('Date') };
}

export const post = (path, body) => change('POST', path, body);
export const put = (path, body) => change('PUT', path, body);
export const remove = (path, body) => change('DELETE', path, body);

async function change(method, path, body = {}) {
  const answer = await send(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'partyline' },
    body: JSON.stringify(body),
  });
  return answer.json().catch(() => ({}));
}

async function send(path, request) {
  const answer = await fetch(path, {
    ...request,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(unreachable);
  if (!answer.ok) {
    const refusal = new Refusal(await reason(answer));
    refusal.status = answer.status;
    throw refusal;
  }
  return answer;
}

function unreachable(failure) {
  const refusal = new Refusal(
    failure.name === 'TimeoutError'
      ? 'The studio took too long to answer.'
      : 'The studio cannot be reached. Is Partyline still running?',
    { cause: failure },
  );
  refusal.unreachable = true;
  throw refusal;
}

async function reason(answer) {
  const body = await answer.json().catch(() => null);
  return body?.detail ?? `The studio answered with an error (${answer.status}).`;
}
