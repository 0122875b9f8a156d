/// The show, and everything it needs to be run, without a library: `java.base` alone.
module io.partyline.core {
    requires static org.jspecify;

    exports io.partyline.show;
    exports io.partyline.cast;
    exports io.partyline.audio;
    exports io.partyline.port;
    exports io.partyline.studio;
}
