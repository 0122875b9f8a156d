/// Keeps what the microphone gives, before any line can lose some of it, while a show is recorded.
///
/// The studio says where in the show this page is heard ([heard]); as long as it does, sound is kept. It says so only
/// of a show that is being recorded, so a pause of the recording is one here too. While the line is down, sound is
/// kept on: it is this that the line loses.

import { BYTES, SAMPLES } from '../seat/frames.js';
import { MOST_SLICES } from './vault.js';

/// Frames in a slice: 0.4 s, which a page that is closed may lose.
export const SLICE = 20;

/// Frames without a place after which nothing is kept any more: three seconds; and with the line down: ten minutes.
const QUIET = 150;
const DOWN = 30_000;

/// Slices that are at hand when the studio says for the first time that it hears this page.
const RECENT = Math.ceil(QUIET / SLICE);

export class Keeper {
  /// @param vault   where it is kept
  /// @param hold    marks a take as one that is going on, until the function that it gives is called
  /// @param tell    told `{kept}`, slices of this take, `{kept: 0, ended: true}` once it is over, and `{trouble}`,
  ///                `full` or `long`
  constructor({ vault, hold, tell, newId = () => crypto.randomUUID(), now = () => Date.now() }) {
    Object.assign(this, { vault, hold, tell, newId, now });
    this.frames = 0;
    this.slice = new Uint8Array(SLICE * BYTES);
    this.recent = [];
    this.take = null;
    this.quiet = 0;
    this.live = false;
    this.over = false;
    this.writes = Promise.resolve();
    this.sat();
  }

  /// The page has sat down: what it sends is counted anew.
  sat() {
    this.runs = [];
  }

  /// Another page sits there now.
  stood() {
    if (this.take !== null) this.end();
  }

  /// Whether the line stands.
  linked(live) {
    if (live && !this.live) this.quiet = 0;
    this.live = live;
  }

  /// A frame of the microphone.
  ///
  /// @param pcm  1920 bytes
  /// @param sent which of the frames that were sent it was, from 0; null if it was not sent
  frame(pcm, sent) {
    if (sent !== null) this.count(sent);
    this.slice.set(new Uint8Array(pcm), (this.frames % SLICE) * BYTES);
    this.frames += 1;
    if (this.frames % SLICE === 0) this.cut();
    this.passed(this.live ? QUIET : DOWN);
  }

  /// A frame's time goes by while this page does not sit at the microphone.
  absent() {
    this.passed(QUIET);
  }

  passed(limit) {
    this.quiet += 1;
    if (this.take !== null && this.quiet > limit) this.end();
  }

  /// By how many frames what is kept is ahead of what was sent, wherever that changes.
  count(sent) {
    const ahead = this.frames - sent;
    if (this.runs.at(-1)?.ahead !== ahead) this.runs.push({ sent, ahead });
  }

  cut() {
    const number = this.frames / SLICE - 1;
    const pcm = this.slice.slice().buffer;
    if (this.take === null) {
      this.recent.push({ number, pcm });
      if (this.recent.length > RECENT) this.recent.shift();
    } else {
      this.keep(number, pcm);
    }
  }

  keep(number, pcm) {
    const { take } = this;
    if (take.room <= 0) {
      if (!take.said) this.tell({ trouble: 'long' });
      take.said = true;
      return;
    }
    take.room -= 1;
    take.kept += 1;
    this.write(() => this.vault.keepSound(take.id, number, pcm));
    this.tell({ kept: take.kept });
  }

  /// The studio has said where it heard a sample that this page has sent.
  heard({ show_id: show, at, sample }) {
    const place = this.kept(sample);
    if (place === null || this.over) return;
    this.quiet = 0;
    if (this.take !== null && this.take.show !== show) this.end();
    if (this.take === null) this.begin(show);
    const { take } = this;
    take.places += 1;
    const number = take.places;
    this.write(() => this.vault.keepPlace(take.id, number, { at, sample: place }));
  }

  /// Which of the samples kept a sample is that was sent.
  kept(sample) {
    const frame = Math.floor(sample / SAMPLES);
    const run = this.runs.findLast((each) => each.sent <= frame);
    return run === undefined ? null : sample + run.ahead * SAMPLES;
  }

  begin(show) {
    const take = { id: this.newId(), show, begun: this.now(), kept: 0, places: 0, room: MOST_SLICES, said: false };
    this.take = take;
    take.release = this.hold(take.id);
    this.write(async () => {
      take.room -= await this.vault.count();
      await this.vault.keepTake({ id: take.id, show, begun: take.begun, segments: null, sent: 0 });
    });
    this.recent.forEach(({ number, pcm }) => this.keep(number, pcm));
    this.recent = [];
  }

  /// This stretch is over: what has begun of a slice is kept too.
  end() {
    const { take } = this;
    if (this.frames % SLICE !== 0) {
      this.slice.fill(0, (this.frames % SLICE) * BYTES);
      this.keep(Math.floor(this.frames / SLICE), this.slice.slice().buffer);
    }
    this.take = null;
    this.write(() => {
      take.release();
      this.tell({ kept: 0, ended: true });
    });
  }

  /// The page leaves the seat. Done when all of it is kept.
  async close() {
    if (this.take !== null) this.end();
    await this.writes;
  }

  /// One after the other; a browser that has no more room is asked no more.
  write(job) {
    this.writes = this.writes.then(job).catch(() => this.full());
  }

  full() {
    if (!this.over) this.tell({ trouble: 'full' });
    this.over = true;
    const { take } = this;
    this.take = null;
    take?.release();
  }
}
