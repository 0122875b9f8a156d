/// The two ends of the host's sound that run on the browser's audio thread. Each speaks to the worker that
/// holds the connection by a port of its own, so that a busy page delays no sound.

import { Capture } from './capture.js';
import { SAMPLES, fromPcm, loudness, toPcm } from './frames.js';
import { Playout } from './playout.js';

/// How often it is told how the sound is doing, in seconds.
const TELL_S = 1;

/// Takes `{wire}`, a port to send frames to; `{open}`, whether the host is heard; `{end}`.
/// Tells `{level: {peak, rms, at}}` for each frame, of what is sent; `at` is the context's time at its end.
class SeatMicrophone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.capture = new Capture(sampleRate);
    this.silence = new Float32Array(128);
    this.wire = null;
    this.over = false;
    this.port.onmessage = ({ data }) => {
      this.wire = data.wire ?? this.wire;
      if (data.open !== undefined) this.capture.open(data.open);
      this.over = this.over || data.end === true;
    };
  }

  process([input]) {
    this.capture.take(input[0] ?? this.silence, (frame) => this.send(frame));
    return !this.over;
  }

  send(frame) {
    this.port.postMessage({ level: { ...loudness(frame), at: currentTime } });
    const pcm = toPcm(frame);
    this.wire?.postMessage(pcm, [pcm]);
  }
}

/// Takes `{wire}`, a port to get frames from; `{end}`. Tells `{level}` as the microphone does, of what is
/// played, and now and then `{sound}`, as [Playout.told] has it.
class SeatHeadphones extends AudioWorkletProcessor {
  constructor() {
    super();
    this.playout = new Playout(sampleRate);
    this.heard = [];
    this.toldAt = 0;
    this.over = false;
    this.port.onmessage = ({ data }) => {
      if (data.wire) data.wire.onmessage = (message) => this.playout.add(fromPcm(message.data));
      this.over = this.over || data.end === true;
    };
  }

  process(_, [output]) {
    this.playout.fill(output[0]);
    for (let ear = 1; ear < output.length; ear += 1) output[ear].set(output[0]);
    this.tell(output[0]);
    return !this.over;
  }

  tell(block) {
    for (const sample of block) this.heard.push(sample);
    if (this.heard.length >= (SAMPLES * sampleRate) / 48_000) {
      this.port.postMessage({ level: { ...loudness(this.heard), at: currentTime } });
      this.heard = [];
    }
    if (currentTime - this.toldAt >= TELL_S) {
      this.toldAt = currentTime;
      this.port.postMessage({ sound: this.playout.told() });
    }
  }
}

registerProcessor('seat-microphone', SeatMicrophone);
registerProcessor('seat-headphones', SeatHeadphones);
