package io.partyline.twilio;

/// The public addresses of the phone door, all absolute: documents that reach the carrier by REST
/// may not hold relative ones (error 15004), and one rule for both ways is simpler.
///
/// None has a query, because the carrier drops it from stream addresses and re-sorts it elsewhere
/// after signing.
///
/// @param base such as `https://show.example`, without a slash at its end
record Addresses(String base) {
    static final String ROOT = "/api/twilio/";
    static final String VOICE = ROOT + "voice";
    static final String HOLD_MUSIC = ROOT + "hold-music";
    static final String SAID = ROOT + "said/";
    static final String STATUS = ROOT + "status";
    static final String STREAM_STATUS = ROOT + "stream-status";
    static final String MESSAGE_LEFT = ROOT + "message-left";
    static final String MESSAGE_READY = ROOT + "message-ready";
    static final String STREAM = ROOT + "stream";

    /// The public address of a request target as it came over the wire.
    String of(String target) {
        return base + target;
    }

    /// The same for a WebSocket: the carrier signs a wss address. (A simulator on this computer,
    /// reached by plain http, gets ws.)
    String webSocket(String target) {
        return "ws" + base.substring("http".length()) + target;
    }

    String voice() {
        return of(VOICE);
    }

    String holdMusic() {
        return of(HOLD_MUSIC);
    }

    /// Where the answer to a question goes.
    String said(long question) {
        return of(SAID + question);
    }

    String bed(BedFile bed) {
        return of(HOLD_MUSIC + "/" + bed.file());
    }

    String status() {
        return of(STATUS);
    }

    String streamStatus() {
        return of(STREAM_STATUS);
    }

    /// Where a caller goes who has left a message.
    String messageLeft() {
        return of(MESSAGE_LEFT);
    }

    /// Where the carrier says that the recording of a message can be had.
    String messageReady() {
        return of(MESSAGE_READY);
    }

    String stream() {
        return webSocket(STREAM);
    }
}
