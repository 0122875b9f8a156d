package io.partyline.carrier.call;

import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.ShowAnswer;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.sound.Wav;
import io.partyline.carrier.twiml.ApplicationErrorException;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Runs the verbs that the caller only hears: `<Say>`, `<Play>`, `<Pause>`.
///
/// Owned by the call's own thread.
final class Prompts {
    /// A speaking voice manages about 15 characters a second.
    private static final Duration PER_CHARACTER = Duration.ofMillis(66);

    /// `loop="0"` means "up to 1000 times" (documented).
    private static final int ENDLESS = 1000;

    /// Bytes a second of a compressed file at 128 kbit/s, where the length is not in the header.
    private static final int COMPRESSED = 16_000;

    private static final int MULAW = 8_000;

    private final Exchange exchange;
    private final PhoneCall call;
    private final Documents documents;

    Prompts(Exchange exchange, PhoneCall call, Documents documents) {
        this.exchange = exchange;
        this.call = call;
        this.documents = documents;
    }

    /// Says, plays or pauses until done, an order comes, or `cut` comes true.
    void run(Verb verb, TwimlDocument in, BooleanSupplier cut) {
        switch (verb) {
            case Verb.Say(var text, var loop) -> repeat(loop, cut, () -> say(text, cut));
            case Verb.Play(var url, var loop) -> play(in.absolute(url), loop, cut);
            case Verb.Pause(var length) -> pass(length, cut);
            default -> throw new IllegalArgumentException("This is no prompt: " + verb);
        }
    }

    private void say(String text, BooleanSupplier cut) {
        exchange.diary().write(new Happening.Said(exchange.diary().now(), call.sid(), text));
        pass(PER_CHARACTER.multipliedBy(text.length()), cut);
    }

    private void play(String url, int loop, BooleanSupplier cut) {
        try {
            documents
                    .ask(Webhook.file(call.sid(), url))
                    .ifPresent(file -> repeat(loop, cut, () -> playOnce(url, file, cut)));
        } catch (ApplicationErrorException e) {
            exchange.complain(call.sid(), e.code(), e.reason() + " (nothing was played)");
        }
    }

    private void playOnce(String url, ShowAnswer file, BooleanSupplier cut) {
        Duration length = length(file);
        var diary = exchange.diary();
        diary.write(new Happening.Played(diary.now(), call.sid(), url, file.size(), length));
        pass(length, cut);
    }

    private static Duration length(ShowAnswer file) {
        if (Wav.is(file.bytes())) {
            return Wav.length(file.bytes());
        }
        boolean mulaw = file.type().equals("audio/ulaw") || file.type().equals("audio/basic");
        return Duration.ofMillis(1000L * file.size() / (mulaw ? MULAW : COMPRESSED));
    }

    private void repeat(int loop, BooleanSupplier cut, Runnable once) {
        int times = loop == 0 ? ENDLESS : loop;
        for (int i = 0; i < times && !cut.getAsBoolean() && !call.attention().interrupted(); i++) {
            once.run();
        }
    }

    private void pass(Duration time, BooleanSupplier cut) {
        call.attention().await(cut, exchange.paced(time));
    }
}
