/// The connection to the studio's seat, in a worker of its own: it comes back by itself.
///
/// Takes `{begin: {url, tab, take}}` (`take` to have the seat over another page), `{microphone}` and
/// `{headphones}` (ports that carry frames), `{say}` (a message to the studio), `{sit: {take}}`, `{end}`.
/// Tells `{link}`: `live` or `lost`, and `{told}`: what the studio says.

import { BYTES } from './frames.js';
import { pause } from './retry.js';

/// What may wait to be sent: 200 ms. Later frames are left out, since what waits is delay.
const MOST_UNSENT = 10 * BYTES;

let socket = null;
let headphones = null;
let place = null;
let take = false;
let sitting = false;
let told = null;
let failed = 0;
let over = false;

onmessage = ({ data }) => {
  if (data.begin) begin(data.begin);
  if (data.microphone) data.microphone.onmessage = (frame) => send(frame.data);
  if (data.headphones) headphones = data.headphones;
  if (data.say) {
    told = data.say;
    say(told);
  }
  if (data.sit) sit(data.sit.take);
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
  setTimeout(connect, pause(failed));
  failed += 1;
}

function sit(over) {
  say({ type: 'sit', tab: place.tab, take: over });
}

function hear(message) {
  if (message.type === 'seat') sitting = message.state === 'yours';
  postMessage({ told: message });
}

function play(frame) {
  if (sitting && headphones !== null) headphones.postMessage(frame, [frame]);
}

function send(frame) {
  if (sitting && isOpen() && socket.bufferedAmount < MOST_UNSENT) socket.send(frame);
}

function say(message) {
  if (isOpen()) socket.send(JSON.stringify(message));
}

function isOpen() {
  return socket !== null && socket.readyState === WebSocket.OPEN;
}

function end() {
  over = true;
  say({ type: 'leave' });
  socket?.close(1000);
  close();
}
