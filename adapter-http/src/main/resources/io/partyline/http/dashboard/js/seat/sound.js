/// The sound of the page: one audio context, a microphone in front of the wire, headphones behind it.

import { openMicrophone } from './microphone.js';

/// Trusted Types let a worker begin only at an address that a policy has let through: these are ours.
const addresses = globalThis.trustedTypes?.createPolicy('partyline-seat', {
  createScriptURL(url) {
    if (url !== WIRE) throw new TypeError('no worker of ours');
    return url;
  },
}) ?? { createScriptURL: (url) => url };

const WIRE = new URL('./wire.js', import.meta.url).href;
const WORKLET = new URL('./worklet.js', import.meta.url).href;

/// Begins. Must be called from a click or a key, or the browser may keep it asleep until one comes.
///
/// @param where `{url, tab, take}`, as the worker wants it
/// @param keep whether the microphone is recorded here
/// @param listener `{link, told, local, level, heard, monitor, lost, woke}`, what happens
export async function openSound(where, keep, listener) {
  // At the rate of the headphones: not every browser takes a microphone into a context of another one.
  // What is not 48 kHz is changed in the worklet.
  const context = new AudioContext({ latencyHint: 'interactive' });
  await context.audioWorklet.addModule(WORKLET);
  const worker = new Worker(addresses.createScriptURL(WIRE), { type: 'module', name: 'seat' });
  const ear = new AudioWorkletNode(context, 'seat-headphones', {
    numberOfInputs: 0,
    numberOfOutputs: 1,
    outputChannelCount: [2],
  });
  const mouth = new AudioWorkletNode(context, 'seat-microphone', {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  ear.connect(context.destination);
  join(worker, 'headphones', ear);
  join(worker, 'microphone', mouth);
  worker.onmessage = ({ data }) => {
    if (data.link) listener.link(data.link);
    if (data.told) listener.told(data.told);
    if (data.local) listener.local(data.local);
  };
  mouth.port.onmessage = ({ data }) => listener.level(data.level);
  ear.port.onmessage = ({ data }) => {
    if (data.level) listener.heard(data.level);
    if (data.sound) listener.monitor(data.sound);
  };
  context.onstatechange = () => listener.woke(context.state === 'running');
  worker.postMessage({ keep });
  worker.postMessage({ begin: where });
  return new Sound({ context, worker, ear, mouth, listener });
}

/// A port between the worker and a node, past the page.
function join(worker, name, node) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ [name]: port1 }, [port1]);
  node.port.postMessage({ wire: port2 }, [port2]);
}

class Sound {
  constructor(parts) {
    Object.assign(this, parts);
    this.stream = null;
    this.source = null;
    this.turn = 0;
  }

  isAwake() {
    return this.context.state === 'running';
  }

  async wake() {
    await this.context.resume();
  }

  /// Opens a microphone in place of the one before.
  ///
  /// @return in a word how it is: `ready`, or what is wrong
  async microphone(id, processing) {
    this.turn += 1;
    const { turn } = this;
    this.hush();
    const { stream, trouble } = await openMicrophone(id, processing);
    if (turn !== this.turn) {
      stream?.getTracks().forEach((track) => track.stop());
      return null;
    }
    return stream ? this.plug(stream) : trouble;
  }

  plug(stream) {
    this.stream = stream;
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.mouth);
    const [track] = stream.getAudioTracks();
    track.onended = () => this.stream === stream && this.listener.lost();
    return 'ready';
  }

  /// The name of the microphone that is open.
  label() {
    return this.stream?.getAudioTracks()[0]?.label ?? null;
  }

  hush() {
    this.source?.disconnect();
    this.stream?.getTracks().forEach((track) => track.stop());
    this.source = null;
    this.stream = null;
  }

  open(on) {
    this.mouth.port.postMessage({ open: on });
  }

  keep(on) {
    this.worker.postMessage({ keep: on });
  }

  canChooseHeadphones() {
    return typeof this.context.setSinkId === 'function';
  }

  /// Plays on these; on the system's own choice if they are away.
  async headphones(id) {
    if (!this.canChooseHeadphones() || this.context.state === 'closed') return;
    const usual = () => this.context.state !== 'closed' && this.context.setSinkId('');
    await this.context.setSinkId(id ?? '').catch(usual);
  }

  say(message) {
    this.worker.postMessage({ say: message });
  }

  sit(take) {
    this.worker.postMessage({ sit: { take } });
  }

  async close() {
    this.turn += 1;
    this.hush();
    this.worker.postMessage({ end: true });
    this.mouth.port.postMessage({ end: true });
    this.ear.port.postMessage({ end: true });
    this.context.onstatechange = null;
    await this.context.close();
  }
}
