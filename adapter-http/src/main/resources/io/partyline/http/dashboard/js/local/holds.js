/// Which takes are going on, in any page of this browser: a lock for each, which ends with its page whatever happens.

const PREFIX = 'partyline-take-';
const SENDER = 'partyline-sender';

/// @return lets go of it
export function hold(take) {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  navigator.locks.request(PREFIX + take, () => held);
  return release;
}

export async function isHeld() {
  const { held } = await navigator.locks.query();
  return held.some(({ name }) => name.startsWith(PREFIX));
}

/// Does something unless another page is at it.
export function alone(work) {
  return navigator.locks.request(SENDER, { ifAvailable: true }, (lock) => lock && work());
}
