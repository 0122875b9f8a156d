package io.partyline.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Reject;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Stream;
import io.partyline.port.Switchboard.Meanwhile;
import java.time.Duration;
import java.util.List;

/// The documents that tell the carrier what to do with a call.
///
/// Behind the stream stands the net, which holds nothing that we would have to answer: the carrier
/// keeps the caller in its queue with music of its own, or a file that lies elsewhere, whether we
/// are there or not. An error of the queue falls to the next verb, since the queue has no action. A
/// caller is never cut off because a document ran out.
///
/// A value; safe for use by many threads at once.
final class Twiml {
    /// The one queue, made by the carrier when somebody first enters it.
    static final String QUEUE = "partyline";

    /// The stream's own parameter.
    static final String TOKEN = "token";

    /// Where only the stream broke, the caller is back before the music begins.
    private static final Duration BEFORE_THE_QUEUE = Duration.ofSeconds(2);

    /// Silence is all that is left then; long enough for us to come back and find the caller by
    /// asking, or, with a fallback document, to give the queue another try.
    private static final Duration IF_THE_QUEUE_FAILS = Duration.ofMinutes(10);

    /// The shortest pause that the carrier knows.
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /// Named, because the default voice is a setting of the account.
    private static final Say.Voice VOICE = Say.Voice.POLLY_JOANNA;

    private static final String CONSENT =
            "This call is recorded and may be broadcast live; by staying on the line you agree to"
                    + " that. Please turn your radio down and wait for the host.";

    /// Said whatever else is said before the beep.
    private static final String MESSAGE_CONSENT = "Your message is recorded and may be broadcast.";

    /// A silence that ends a message.
    private static final Duration SPOKEN = Duration.ofSeconds(8);

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
        return hold(greeting());
    }

    /// Lets a caller who has been greeted before wait in the carrier's queue.
    String waitOn() {
        return hold(new VoiceResponse.Builder());
    }

    /// The wait document: once through the hold bed, after which the carrier asks again.
    String holdMusic(BedFile bed) {
        return xml(new VoiceResponse.Builder().play(new Play.Builder(addresses.bed(bed)).build()));
    }

    /// A wait document: what the caller hears until the carrier asks again. A question is answered
    /// at an address of its own, by silence, too; where the carrier cannot listen, the document has
    /// run out.
    String meanwhile(Meanwhile heard, BedFile bed) {
        return switch (heard) {
            case Meanwhile.Music _ -> holdMusic(bed);
            case Meanwhile.Moment _ -> xml(new VoiceResponse.Builder().pause(pause(MOMENT)));
            case Meanwhile.Words(var text) ->
                    xml(
                            new VoiceResponse.Builder()
                                    .say(say(text))
                                    .play(new Play.Builder(addresses.bed(bed)).build()));
            case Meanwhile.Question question ->
                    xml(new VoiceResponse.Builder().gather(gather(question)));
        };
    }

    private Gather gather(Meanwhile.Question question) {
        return new Gather.Builder()
                .inputs(Gather.Input.SPEECH)
                .action(addresses.said(question.number()))
                .method(HttpMethod.POST)
                .timeout(Math.toIntExact(question.patience().toSeconds()))
                .speechTimeout("auto")
                .actionOnEmptyResult(true)
                .say(say(question.text()))
                .build();
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

    /// Asks for a message, and records it. Without a word of the caller's the document goes on: the
    /// carrier then has nothing, and calls nobody.
    String leaveMessage() {
        Duration longest = settings.invitation().longest();
        Record message =
                new Record.Builder()
                        .action(addresses.messageLeft())
                        .method(HttpMethod.POST)
                        .maxLength(Math.toIntExact(longest.toSeconds()))
                        .timeout(Math.toIntExact(SPOKEN.toSeconds()))
                        .finishOnKey("#")
                        .playBeep(true)
                        .recordingStatusCallback(addresses.messageReady())
                        .recordingStatusCallbackMethod(HttpMethod.POST)
                        .recordingStatusCallbackEvents(
                                List.of(
                                        Record.RecordingEvent.COMPLETED,
                                        Record.RecordingEvent.ABSENT))
                        .build();
        return xml(
                new VoiceResponse.Builder()
                        .say(say(invitation()))
                        .record(message)
                        .say(say("Goodbye."))
                        .hangup(new Hangup.Builder().build()));
    }

    private String invitation() {
        return settings.invitation().words().map(String::strip).orElseGet(this::usualInvitation)
                + " "
                + MESSAGE_CONSENT;
    }

    private String usualInvitation() {
        return "Thank you for calling "
                + settings.showName()
                + ". The lines are closed at the moment. Please leave a message after the beep, and"
                + " press the hash key when you are done.";
    }

    /// Ends the call of somebody who has left a message.
    String thanks() {
        Say thanks = say("Thank you for your message. Goodbye.");
        return xml(new VoiceResponse.Builder().say(thanks).hangup(new Hangup.Builder().build()));
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
        String disclosure = settings.disclosure().strip();
        String told = disclosure.isEmpty() ? "" : disclosure + " ";
        return new VoiceResponse.Builder().say(say(welcome + told + CONSENT));
    }

    private VoiceResponse.Builder stream(VoiceResponse.Builder document, String token) {
        Stream stream =
                new Stream.Builder()
                        .name(StreamTokens.name(token))
                        .url(addresses.stream())
                        .statusCallback(addresses.streamStatus())
                        .parameter(new Parameter.Builder().name(TOKEN).value(token).build())
                        .build();
        return document.connect(new Connect.Builder().stream(stream).build())
                .pause(pause(BEFORE_THE_QUEUE));
    }

    /// While we are there, callers in the carrier's queue hear our own bed, and we are asked about
    /// them. When that fails they fall through to the net, unless the carrier takes them to the
    /// number's fallback document at once.
    private String hold(VoiceResponse.Builder document) {
        Enqueue ours =
                new Enqueue.Builder(QUEUE)
                        .waitUrl(addresses.holdMusic())
                        .waitUrlMethod(HttpMethod.POST)
                        .build();
        return net(document.enqueue(ours));
    }

    /// What needs nothing of ours.
    private String net(VoiceResponse.Builder document) {
        Enqueue.Builder queue = new Enqueue.Builder(QUEUE);
        settings.net()
                .music()
                .ifPresent(music -> queue.waitUrl(music).waitUrlMethod(HttpMethod.GET));
        document.enqueue(queue.build()).pause(pause(IF_THE_QUEUE_FAILS));
        settings.net()
                .fallbackUrl()
                .ifPresent(url ->
                        document.redirect(
                                new Redirect.Builder(url).method(HttpMethod.GET).build()));
        return xml(document);
    }

    private static Pause pause(Duration length) {
        return new Pause.Builder().length(Math.toIntExact(length.toSeconds())).build();
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
