/// The studio's HTTP door.

import { t } from './language.js';

const PATIENCE_MS = 40_000;

/// The studio said no, or could not be reached; the message is a sentence for the host.
export class Refusal extends Error {
  /// Whether the sentence is the studio's own.
  told = false;
  /// Whether nobody was there to say no.
  unreachable = false;
  status = null;

  /// The sentence as the desk shows it.
  get words() {
    return this.told ? { told: this.message } : { text: this.message };
  }
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
    throw await refused(answer);
  }
  return answer;
}

function unreachable(failure) {
  const refusal = new Refusal(
    failure.name === 'TimeoutError'
      ? t('studio.slow')
      : t('studio.unreachable'),
    { cause: failure },
  );
  refusal.unreachable = true;
  throw refusal;
}

async function refused(answer) {
  const body = await answer.json().catch(() => null);
  const refusal = new Refusal(body?.detail ?? t('studio.error', answer.status));
  refusal.told = Boolean(body?.detail);
  refusal.status = answer.status;
  return refusal;
}
