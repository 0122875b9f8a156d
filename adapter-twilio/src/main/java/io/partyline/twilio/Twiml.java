package io.partyline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Leave;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;

/// The documents that tell the carrier what to do with a call.
///
/// Whatever can lose the stream ends in the queue, and whatever can lose the queue ends at the
/// voice webhook again: a caller is never cut off because a document ran out.
///
/// A value; safe for use by many threads at once.
final class Twiml {
    /// The one queue, made by the carrier when somebody first enters it.
    static final String QUEUE = "partyline";

    /// The stream's own parameter.
    static final String TOKEN = "token";

    /// Named, because the default voice is a setting of the account.
    private static final Say.Voice VOICE = Say.Voice.POLLY_JOANNA;

    private static final String CONSENT =
            "This call is recorded and may be broadcast live; by staying on the line you agree to"
                    + " that. Please turn your radio down and wait for the host.";

    private final TwilioSettings settings;
    private final Addresses addresses;

    Twiml(TwilioSettings settings) {
        this.settings = settings;
        this.addresses = new Addresses(settings.webhookBaseUrl());
    }

    /// Greets, then opens the stream.
    String greetAndConnect(String token) {
        return net(stream(greeting(), token));
    }

    /// Opens the stream for a caller who has been greeted before.
    String connect(String token) {
        return net(stream(new VoiceResponse.Builder(), token));
    }

    /// Greets, then lets the caller wait in the carrier's queue.
    String greetAndWait() {
        return net(greeting());
    }

    /// Lets a caller who has been greeted before wait in the carrier's queue.
    String waitOn() {
        return net(new VoiceResponse.Builder());
    }

    /// The wait document: once through the hold bed, after which the carrier asks again.
    String holdMusic(BedFile bed) {
        return xml(new VoiceResponse.Builder().play(new Play.Builder(addresses.bed(bed)).build()));
    }

    /// The wait document that lets the caller out of the queue.
    String leave() {
        return xml(new VoiceResponse.Builder().leave(new Leave.Builder().build()));
    }

    /// Asks the voice webhook again.
    String startOver() {
        return xml(new VoiceResponse.Builder().redirect(back()));
    }

    String closed() {
        Say sorry =
                say(
                        "Thank you for calling "
                                + settings.showName()
                                + ". The lines are closed at the moment."
                                + " Please call again during the next show. Goodbye.");
        return xml(new VoiceResponse.Builder().say(sorry).hangup(new Hangup.Builder().build()));
    }

    String full() {
        return reject(Reject.Reason.BUSY);
    }

    String banned() {
        return reject(Reject.Reason.REJECTED);
    }

    String hangUp() {
        return xml(new VoiceResponse.Builder().hangup(new Hangup.Builder().build()));
    }

    /// Nothing to do.
    String nothing() {
        return xml(new VoiceResponse.Builder());
    }

    private VoiceResponse.Builder greeting() {
        String welcome =
                "Welcome to " + settings.showName() + ", with " + settings.hostName() + ". ";
        return new VoiceResponse.Builder().say(say(welcome + CONSENT));
    }

    private VoiceResponse.Builder stream(VoiceResponse.Builder document, String token) {
        Stream stream =
                new Stream.Builder()
                        .url(addresses.stream())
                        .statusCallback(addresses.streamStatus())
                        .parameter(new Parameter.Builder().name(TOKEN).value(token).build())
                        .build();
        return document.connect(new Connect.Builder().stream(stream).build());
    }

    private String net(VoiceResponse.Builder document) {
        Enqueue enqueue =
                new Enqueue.Builder(QUEUE)
                        .waitUrl(addresses.holdMusic())
                        .waitUrlMethod(HttpMethod.POST)
                        .action(addresses.queueLeft())
                        .build();
        return xml(document.enqueue(enqueue).redirect(back()));
    }

    private Redirect back() {
        return new Redirect.Builder(addresses.voice()).method(HttpMethod.POST).build();
    }

    private static Say say(String words) {
        return new Say.Builder(words).voice(VOICE).build();
    }

    private static String reject(Reject.Reason reason) {
        return xml(new VoiceResponse.Builder().reject(new Reject.Builder().reason(reason).build()));
    }

    private static String xml(VoiceResponse.Builder document) {
        return document.build().toXml();
    }
}
