package io.partyline.studio.screen;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.port.LanguageModel;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.Switchboard.Answer;
import io.partyline.port.Switchboard.Meanwhile;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.ScreeningMode;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.sound.VoiceLine;
import io.partyline.studio.tape.Ears;
import io.partyline.studio.voice.Announcer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Asks callers who wait: decides whose turn it is to be asked, holds a talk with each, and leaves
/// as soon as somebody takes them or talks to them. Whoever is on a leg is asked by a voice of ours
/// ([Interview]); whoever is in the telephone network's queue, by the network ([QueueInterview]).
///
/// [#follow] is for the show thread; the talks run on `react` threads. [#meanwhile] and [#answered]
/// are for any other thread, and ask the show.
public final class Screener implements AutoCloseable {
    /// Callers who are asked at once, so that those on the air have voice and recogniser to
    /// themselves for the most part. Whoever is asked because the host wants it comes on top.
    static final int MOST_AT_ONCE = 4;

    private final Crew crew;
    private final ShowThread show;
    private final Sound sound;
    private final Ears ears;
    private final SpeechSynthesizer synthesizer;
    private final CardReader reader;
    private final ScreeningMode mode;
    private final boolean carrierHolds;
    private final Set<String> castVoices;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Patience patience = Patience.ORDINARY;
    private final Map<CallId, Interview> running = new ConcurrentHashMap<>();
    private final Map<CallId, QueueInterview> inTheQueue = new ConcurrentHashMap<>();

    /// Held while somebody in the network's queue is invited, so that there are not too many. Never
    /// by the show thread, which is waited for meanwhile.
    private final Object invitation = new Object();

    /// @param pause how a voice waits for room on its line, and a talk for an answer
    /// @param mode whether callers are asked by themselves, and how
    /// @param carrierHolds whether callers wait in the network's queue
    public Screener(
            Crew crew,
            ShowThread show,
            Sound sound,
            Ears ears,
            LanguageModel model,
            SpeechSynthesizer synthesizer,
            ScreeningMode mode,
            boolean carrierHolds,
            Cast cast,
            LongSupplier nanoTime,
            Pause pause) {
        this.crew = crew;
        this.show = show;
        this.sound = sound;
        this.ears = ears;
        this.synthesizer = synthesizer;
        this.reader = new CardReader(model, patience.thought());
        this.mode = mode;
        this.carrierHolds = carrierHolds;
        this.nanoTime = nanoTime;
        this.pause = pause;
        castVoices =
                cast.personas().stream()
                        .map(Persona::voice)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// What has happened to a call: before anything else is done about it, so that whoever is taken
    /// hears no more of the screener.
    public void follow(CallEvent event, Show now) {
        if (event instanceof CallEvent.ScreeningBegan began) {
            now.call(began.call()).ifPresent(call -> begin(call, began.at(), now.id()));
        } else if (!isAsked(event.call(), now)) {
            leave(event.call());
        }
        invite(now);
    }

    private static boolean isAsked(CallId id, Show now) {
        return now.call(id).filter(call -> call.card().asking()).isPresent();
    }

    private void leave(CallId call) {
        Interview interview = running.remove(call);
        if (interview != null) {
            interview.stop();
            ears.closeAside(call);
        }
        QueueInterview other = inTheQueue.remove(call);
        if (other != null) {
            other.stop();
        }
    }

    /// Nobody is talked to any more, though their calls go on.
    @Override
    public void close() {
        running.keySet().forEach(this::leave);
        inTheQueue.keySet().forEach(this::leave);
    }

    /// What a caller in the network's queue hears now. Only the network knows when somebody there
    /// can hear us, so they are invited when it asks.
    public Meanwhile meanwhile(CallId call) {
        if (carrierHolds && mode != ScreeningMode.OFF) {
            inviteFromTheQueue(call);
        }
        QueueInterview talk = inTheQueue.get(call);
        return talk == null ? new Meanwhile.Music() : talk.next();
    }

    private void inviteFromTheQueue(CallId call) {
        synchronized (invitation) {
            Show now = show.show();
            boolean unasked =
                    now.call(call)
                            .filter(Call::held)
                            .filter(held -> !held.marks().leg() && isUnasked(held))
                            .isPresent();
            if (unasked && asked(now) < MOST_AT_ONCE) {
                show.ask(now.id(), new CallCommand.Screen(call));
            }
        }
    }

    /// What a caller in the network's queue has answered.
    public void answered(CallId call, Answer answer) {
        QueueInterview talk = inTheQueue.get(call);
        if (talk != null) {
            talk.answered(answer);
        }
    }

    private static long asked(Show now) {
        return now.calls().real().filter(call -> call.card().asking()).count();
    }

    /// The next who wait and have not been asked.
    private void invite(Show now) {
        if (mode == ScreeningMode.OFF || ears.isOff() || !now.open()) {
            return;
        }
        now.calls().waiting().stream()
                .filter(call -> call.marks().leg() && isUnasked(call))
                .limit(Math.max(0, MOST_AT_ONCE - asked(now)))
                .forEach(call -> post(now.id(), new CallCommand.Screen(call.id())));
    }

    /// The show thread may be the one that posts, and must not wait for its own inbox.
    private void post(ShowId during, CallCommand command) {
        crew.react(() -> show.ask(during, command));
    }

    /// Whoever has been on the air is known, and so is somebody for whom a person has written down
    /// what they want to say.
    private static boolean isUnasked(Call call) {
        return call.marks().takeOrder() == 0
                && !call.marks().talkback()
                && !call.marks().producer()
                && call.card().screening() == Card.Screening.NONE
                && call.card().point().isBlank();
    }

    private void begin(Call call, Instant at, ShowId during) {
        if (call.marks().leg()) {
            beginOnALeg(call, during);
        } else if (carrierHolds) {
            beginInTheQueue(call, at, during);
        }
    }

    private void beginInTheQueue(Call call, Instant at, ShowId during) {
        var talk =
                new QueueInterview(
                        at,
                        isDialogue(),
                        reader::read,
                        crew::react,
                        new Noted(call.id(), during),
                        Patience.IN_THE_QUEUE,
                        nanoTime);
        inTheQueue.put(call.id(), talk);
        crew.react(talk::watch);
    }

    private boolean isDialogue() {
        return mode != ScreeningMode.ASK;
    }

    private void beginOnALeg(Call call, ShowId during) {
        VoiceLine line = sound.voices().screen(call.id());
        var announcer = new Announcer(synthesizer, line, pause);
        var interview =
                new Interview(
                        isDialogue(),
                        new Spoken(announcer),
                        reader::read,
                        new Noted(call.id(), during),
                        patience,
                        nanoTime,
                        pause);
        running.put(call.id(), interview);
        ears.openAside(
                sound.desk().time(),
                call.id(),
                Speaker.of(call),
                sound.tapes().toScreener(call.id()),
                interview);
        crew.react(interview::run);
        crew.react(interview::watch);
    }

    private final class Spoken implements Interview.Mouth {
        private final Announcer announcer;

        private Spoken(Announcer announcer) {
            this.announcer = announcer;
        }

        @Override
        public void say(String text) {
            announcer.speak(text, voice());
        }

        @Override
        public void stop() {
            announcer.stop();
        }

        @Override
        public void close() {
            announcer.close();
        }
    }

    /// A voice that none of the cast has, if there is one.
    private String voice() {
        List<String> voices = synthesizer.voices();
        return voices.stream()
                .filter(voice -> !castVoices.contains(voice))
                .findFirst()
                .or(() -> voices.stream().findFirst())
                .orElse("");
    }

    private final class Noted implements Interview.Desk {
        private final CallId call;
        private final ShowId during;

        private Noted(CallId call, ShowId during) {
            this.call = call;
            this.during = during;
        }

        @Override
        public void file(Card.Told told) {
            post(new CallCommand.FileCard(call, told));
        }

        @Override
        public void end(Card.Screening how) {
            post(new CallCommand.EndScreening(call, how));
        }

        private void post(CallCommand command) {
            Screener.this.post(during, command);
        }
    }
}
