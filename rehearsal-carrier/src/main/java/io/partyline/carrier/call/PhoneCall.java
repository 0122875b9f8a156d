package io.partyline.carrier.call;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.diary.NotSeenException;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.sound.Mouth;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.stream.MediaLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// One person on the telephone, from ringing to the end, and what they can do there.
///
/// The call runs on a thread of its own. Everything here is safe for use by many threads at once.
public final class PhoneCall {
    private final String sid;
    private final Dialling dialling;
    private final Exchange exchange;
    private final Instant rang;
    private final PhoneNumber number;
    private final Ear ear;
    private final Mouth mouth = new Mouth();
    private final Premises premises;
    private final Attention attention = new Attention();
    private final CallerInputs inputs = new CallerInputs();
    private final List<MediaLeg> legs = new CopyOnWriteArrayList<>();
    private final Bell bell = new Bell();
    private volatile CallPhase phase = CallPhase.RINGING;
    private volatile Optional<Ending> ending = Optional.empty();
    private volatile Instant ended = Instant.MAX;
    private volatile boolean answered;
    private volatile byte[] message = {};

    public PhoneCall(Dialling dialling, Premises premises) {
        this.premises = premises;
        this.dialling = dialling;
        exchange = premises.exchange();
        number = exchange.subscription().number();
        sid = exchange.plan().wording().callIds().of(exchange.chance().sid(""));
        rang = exchange.diary().now();
        ear = new Ear(exchange);
    }

    /// The call's id, `CA` and 32 hexadecimal digits.
    public String sid() {
        return sid;
    }

    /// The caller's number as the show is told.
    public String from() {
        return dialling.from();
    }

    /// When it began to ring.
    public Instant rang() {
        return rang;
    }

    /// Where the call is now.
    public CallPhase phase() {
        return phase;
    }

    /// Why it ended; empty while it lasts.
    public Optional<Ending> ending() {
        return ending;
    }

    /// The media streams of this call so far, oldest first.
    public List<MediaLeg> legs() {
        return List.copyOf(legs);
    }

    /// The caller says this after everything else that they have to say, on whatever stream the
    /// show listens: what one stream has not taken, the next one hears. 16-bit samples at 8 kHz.
    public void say(short[] samples) {
        mouth.say(Mulaw.encode(samples));
    }

    /// The same with µ-law, byte for byte.
    public void say(byte[] mulaw) {
        mouth.say(mulaw);
    }

    /// What the caller has heard since the phone was answered, piece by piece: the carrier's music,
    /// a stream of the show, or nothing.
    public List<Hearing> hearings() {
        return ear.hearings();
    }

    /// What happened to this call, oldest first.
    public List<Happening> diary() {
        return exchange.diary().all().stream()
                .filter(happening -> happening.callSid().equals(sid))
                .toList();
    }

    /// The caller puts the phone down.
    public void hangUp() {
        attention.give(new Order.End(Ending.CALLER_HUNG_UP));
    }

    /// The caller says this when next a document gathers speech.
    ///
    /// @param confidence from 0 to 1; below 0 if the carrier does not say how sure it is
    public void says(String text, double confidence) {
        inputs.add(new CallerInput.Speech(text, confidence));
        attention.nudge();
    }

    /// The caller presses keys: into the stream if there is one, else when next a document gathers
    /// them.
    public void presses(String digits) {
        if (phase == CallPhase.STREAMING) {
            legs.getLast().press(digits);
        } else {
            inputs.add(new CallerInput.Keys(digits));
            attention.nudge();
        }
    }

    /// The caller leaves this message when asked to: 16-bit samples at 8 kHz.
    public void leavesMessage(short[] samples) {
        message = Mulaw.encode(samples);
        attention.nudge();
    }

    /// Waits until the call is in this phase.
    ///
    /// @throws NotSeenException if it takes longer
    public void await(CallPhase wanted, Duration within) {
        await(() -> phase == wanted, wanted.name(), within);
    }

    /// Waits until the call has ended, and says why.
    ///
    /// @throws NotSeenException if it takes longer
    public Ending awaitEnd(Duration within) {
        await(() -> phase == CallPhase.ENDED, "the end of the call", within);
        return ending.orElseThrow();
    }

    /// Waits for the call's first media stream.
    ///
    /// @throws NotSeenException if it takes longer
    public MediaLeg awaitLeg(Duration within) {
        return awaitLeg(1, within);
    }

    /// Waits for the call's n-th media stream, from 1.
    ///
    /// @throws NotSeenException if it takes longer
    public MediaLeg awaitLeg(int number, Duration within) {
        await(() -> legs.size() >= number, "media stream " + number, within);
        return legs.get(number - 1);
    }

    private void await(BooleanSupplier happened, String what, Duration within) {
        if (!bell.await(happened, within)) {
            throw new NotSeenException(what, diary());
        }
    }

    /// Begins to ring; the rest of the call runs on a thread of its own.
    public void ring() {
        exchange.crew().start("call-" + sid, this::run);
    }

    private void run() {
        phase(CallPhase.RINGING);
        Source first = new Source.Fetch(number.voice().url(), number.voice().method());
        end(new TwimlInterpreter(exchange, this).run(first));
    }

    private void end(Ending why) {
        ended = exchange.diary().now();
        exchange.diary().write(new Happening.Ended(ended, sid, why));
        ear.closes();
        ending = Optional.of(why);
        phase(CallPhase.ENDED);
        if (number.status().set() && why != Ending.CARRIER_CLOSED) {
            exchange.webhooks()
                    .sendLast(
                            new Webhook(
                                    sid,
                                    number.status().method(),
                                    number.status().url(),
                                    CallParameters.last(this)));
        }
    }

    /// How long it has lasted.
    public Duration duration() {
        Instant until = ended.equals(Instant.MAX) ? exchange.diary().now() : ended;
        return Duration.between(rang, until);
    }

    /// The parameters that every webhook about this call carries, freshly made.
    Map<String, String> parameters() {
        return CallParameters.standard(this);
    }

    Dialling dialling() {
        return dialling;
    }

    /// The carrier's word for where the call is.
    public String status() {
        return switch (phase) {
            case RINGING -> "ringing";
            case ANSWERED, IN_QUEUE, STREAMING -> attention.ending() ? "completed" : "in-progress";
            case ENDED -> ending.map(this::status).orElse("completed");
        };
    }

    /// Does what somebody outside the call orders, whatever it is doing.
    public void obey(Order order) {
        attention.give(order);
    }

    private String status(Ending why) {
        return answered ? why.status() : why.unanswered();
    }

    /// How the number was set up when it was dialled.
    public PhoneNumber number() {
        return number;
    }

    String accountSid() {
        return exchange.plan().account().sid();
    }

    Premises premises() {
        return premises;
    }

    Attention attention() {
        return attention;
    }

    CallerInputs inputs() {
        return inputs;
    }

    /// Where a recording can be fetched; the REST desk serves it.
    String recordingUrl(String recordingSid) {
        return premises.accountUrl() + "/Recordings/" + recordingSid;
    }

    boolean hasMessage() {
        return message.length > 0;
    }

    byte[] message() {
        return message.clone();
    }

    /// Answers the phone, if that has not been done.
    void answer() {
        if (phase == CallPhase.RINGING) {
            answered = true;
            phase(CallPhase.ANSWERED);
        }
    }

    /// From now on the caller hears this from the carrier.
    void hears(Hearing.Kind kind) {
        ear.hears(kind);
    }

    Mouth mouth() {
        return mouth;
    }

    void streaming(MediaLeg leg) {
        legs.add(leg);
        ear.hears(leg);
        phase(CallPhase.STREAMING);
    }

    void phase(CallPhase next) {
        phase = next;
        var diary = exchange.diary();
        diary.write(new Happening.PhaseChanged(diary.now(), sid, next));
        bell.ring();
    }
}
