/// The connection to the studio's seat, in a worker of its own: it comes back by itself.
///
/// Takes `{begin: {url, tab, take}}` (`take` to have the seat over another page), `{microphone}` and
/// `{headphones}` (ports that carry frames), `{say}` (a message to the studio), `{sit: {take}}`, `{end}`,
/// `{keep}` (whether what the microphone gives is kept in this browser).
/// Tells `{link}`: `live` or `lost`, `{told}`: what the studio says, and `{local}`: how keeping goes.

import { hold } from '../local/holds.js';
import { Keeper } from '../local/keeper.js';
import { openVault } from '../local/vault.js';
import { BYTES } from './frames.js';
import { pause } from './retry.js';

/// What may wait to be sent: 200 ms. Later frames are left out, since what waits is delay.
const MOST_UNSENT = 10 * BYTES;

let socket = null;
let headphones = null;
let place = null;
let take = false;
let sitting = false;
let sent = 0;
let told = null;
let failed = 0;
let over = false;
let keeper = null;
let keeps = false;

onmessage = ({ data }) => {
  if (data.begin) begin(data.begin);
  if (data.microphone) data.microphone.onmessage = (frame) => send(frame.data);
  if (data.headphones) headphones = data.headphones;
  if (data.say) {
    told = data.say;
    say(told);
  }
  if (data.sit) sit(data.sit.take);
  if (data.keep !== undefined) keep(data.keep);
  if (data.end) end();
};

function begin(where) {
  place = where;
  take = where.take;
  connect();
}

function connect() {
  const next = new WebSocket(place.url);
  next.binaryType = 'arraybuffer';
  socket = next;
  next.onopen = () => {
    failed = 0;
    postMessage({ link: 'live' });
    keeper?.linked(true);
    sit(take);
    take = false;
    if (told) say(told);
  };
  next.onmessage = ({ data }) => (typeof data === 'string' ? hear(JSON.parse(data)) : play(data));
  next.onclose = () => lost(next);
}

function lost(which) {
  if (which !== socket) return;
  sitting = false;
  if (over) return;
  postMessage({ link: 'lost' });
  keeper?.linked(false);
  setTimeout(connect, pause(failed));
  failed += 1;
}

function sit(over) {
  say({ type: 'sit', tab: place.tab, take: over });
}

function hear(message) {
  if (message.type === 'heard') {
    keeper?.heard(message);
    return;
  }
  if (message.type === 'seat') seated(message.state === 'yours');
  postMessage({ told: message });
}

/// From here on the studio counts what it is sent; before, it ignores it.
function seated(yours) {
  if (yours && !sitting) {
    sent = 0;
    keeper?.sat();
  }
  if (!yours && sitting) keeper?.stood();
  sitting = yours;
}

function play(frame) {
  if (sitting && headphones !== null) headphones.postMessage(frame, [frame]);
}

function send(frame) {
  const goes = sitting && isOpen() && socket.bufferedAmount < MOST_UNSENT;
  if (goes) socket.send(frame);
  if (sitting || !isOpen()) keeper?.frame(frame, goes ? sent : null);
  else keeper?.absent();
  if (goes) sent += 1;
}

function say(message) {
  if (isOpen()) socket.send(JSON.stringify(message));
}

function isOpen() {
  return socket !== null && socket.readyState === WebSocket.OPEN;
}

async function keep(on) {
  if (on === keeps) return;
  keeps = on;
  if (!on) {
    const old = keeper;
    keeper = null;
    await old?.close();
    return;
  }
  const vault = await openVault().catch(() => null);
  if (vault === null) {
    postMessage({ local: { trouble: 'full' } });
    return;
  }
  if (!keeps || keeper !== null) return;
  keeper = new Keeper({ vault, hold, tell: (local) => postMessage({ local }) });
  keeper.linked(isOpen());
}

async function end() {
  over = true;
  say({ type: 'leave' });
  socket?.close(1000);
  await keeper?.close();
  close();
}
