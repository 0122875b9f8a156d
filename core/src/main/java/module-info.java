/// The show, and everything it needs to be run, without a library: `java.base` alone.
///
/// The rooms of `studio` are the studio's own business and are not for those who embed it.
module io.partyline.core {
    requires static org.jspecify;

    exports io.partyline.spend;
    exports io.partyline.show;
    exports io.partyline.cast;
    exports io.partyline.mix;
    exports io.partyline.audio;
    exports io.partyline.audio.buffer;
    exports io.partyline.audio.chain;
    exports io.partyline.audio.delay;
    exports io.partyline.audio.level;
    exports io.partyline.audio.loudness;
    exports io.partyline.audio.mixer;
    exports io.partyline.audio.player;
    exports io.partyline.audio.rate;
    exports io.partyline.audio.speech;
    exports io.partyline.port;
    exports io.partyline.studio;
}
