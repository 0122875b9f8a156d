package io.partyline.llm;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One answer, from the question to the last word, in whatever dialect.
///
/// One budget holds for all of it, also where the question has to be put in other words or is put
/// again because the server was too busy. Once there has been a word, nothing is asked again.
final class Answer implements TextStream {
    /// Other words for one question: no server is that peculiar.
    private static final int MOST_LESSONS = 3;

    private final Desk desk;
    private final Pace pace;
    private final Trouble trouble;
    private final Bill bill;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Guarded by this, together with the closing.
    private Exchange exchange;

    // The reader's own.
    private final StringBuilder ready = new StringBuilder();
    private Question question;
    private Sifter sifter;
    private Events events = new Events();
    private Chunk.Finish finish = Chunk.Finish.NONE;
    private boolean begun;
    private boolean thinking;
    private boolean known;
    private boolean accepted;
    private boolean waited;
    private boolean over;
    private int lessons;
    private Optional<LanguageModelException> failure = Optional.empty();

    /// How it ended, as the reader will be told behind the last word.
    private Ending outcome = Ending.GIVEN_UP;

    private volatile Ending ending = Ending.OPEN;

    Answer(Desk desk, Question question, Limits limits, Trouble trouble, Bill bill) {
        this.desk = desk;
        this.question = question;
        this.trouble = trouble;
        this.bill = bill;
        this.pace = new Pace(limits);
        this.sifter = new Sifter(question.prompt(), question.habits());
        this.exchange = desk.ask(question, trouble);
    }

    @Override
    public Optional<String> next() {
        while (!isClosed()) {
            if (!ready.isEmpty()) {
                String text = ready.toString();
                ready.setLength(0);
                return Optional.of(text);
            }
            if (over) {
                ending = outcome;
                failure.ifPresent(broken -> {
                    throw broken;
                });
                return Optional.empty();
            }
            take(await());
        }
        return Optional.empty();
    }

    private void take(Arrival arrival) {
        switch (arrival) {
            case Arrival.Line(var line) -> line(line);
            case Arrival.Refused refused -> refused(refused);
            case Arrival.End _ -> end();
            case Arrival.Nothing _ -> late();
            case Arrival.Broken(var sentence) -> broken(sentence);
        }
    }

    private Arrival await() {
        Exchange now;
        synchronized (this) {
            now = exchange;
        }
        try {
            Arrival arrival = now.await(pace.patience(sifter.waits()));
            pace.alive(arrival);
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LanguageModelException("The question to the language model was given up.", e);
        }
    }

    private void line(String line) {
        accept();
        if (pace.isComplete()) {
            return; // Statistics, after the last word.
        }
        try {
            for (Events.Told event : events.add(line)) {
                read(event);
            }
        } catch (Events.MalformedException _) {
            fail(trouble.malformed());
        }
    }

    /// The server has taken the question as it was put.
    private void accept() {
        if (!accepted) {
            accepted = true;
            desk.learned(question);
        }
    }

    private void read(Events.Told event) {
        if (over || pace.isComplete()) {
            return;
        }
        if (event.data().strip().equals(Events.Told.DONE)) {
            known = true;
            pace.complete();
            return;
        }
        Fault.in(event)
                .ifPresentOrElse(
                        fault -> fail(trouble.fault(fault, begun)),
                        () ->
                                event.json()
                                        .ifPresentOrElse(
                                                this::read, () -> fail(trouble.malformed())));
    }

    private void read(JsonNode event) {
        Chunk chunk = desk.wire().read(event);
        known |= chunk.known();
        thinking |= chunk.thinking();
        bill.told(chunk.tokens());
        say(chunk.text());
        if (chunk.finish().compareTo(finish) > 0) {
            finish = chunk.finish();
            pace.reasonGiven();
        }
        if (chunk.last()) {
            pace.complete();
        }
    }

    private void say(String text) {
        if (text.isEmpty()) {
            return;
        }
        bill.received(text.length());
        String said = sifter.add(text);
        begun |= sifter.saidSomething() || sifter.waits();
        pace.spoke(begun);
        ready.append(said);
        if (sifter.over()) {
            finish = Chunk.Finish.SAID_ALL;
            hangUp();
            finished();
        }
    }

    /// Nothing has come for as long as it may last.
    private void late() {
        if (pace.isComplete() || pace.hasReason()) {
            end();
        } else if (sifter.waits() && pace.isHeldLongEnough()) {
            ready.append(sifter.timeIsUp());
        } else if (!begun) {
            fail(trouble.noWord(pace.limits().firstWord(), thinking || sifter.onlyThought()));
        } else if (pace.isOverBudget()) {
            broken(trouble.noEnd(pace.limits().whole()));
        } else {
            broken(trouble.fellSilent());
        }
    }

    private void end() {
        List<Events.Told> rest = events.end();
        rest.forEach(this::read);
        if (over || isClosed()) {
            return;
        }
        if (pace.isComplete() || finish != Chunk.Finish.NONE) {
            finished();
        } else {
            broken(known || begun ? trouble.brokeOff() : trouble.malformed());
        }
    }

    private void finished() {
        boolean cut = finish == Chunk.Finish.LENGTH || finish == Chunk.Finish.FORBIDDEN;
        ready.append(sifter.end(cut));
        bill.settle();
        if (!sifter.saidSomething() && saidNothing()) {
            return;
        }
        over = true;
        outcome = cut ? Ending.CUT_SHORT : Ending.FINISHED;
        if (sifter.saidSomething()) {
            desk.learned(question.with(sifter.learned()));
        }
    }

    /// Why nothing was said, if there is more to say about it.
    private boolean saidNothing() {
        if (finish == Chunk.Finish.LENGTH) {
            desk.learned(question.with(question.habits().withRoom()));
            fail(trouble.usedUp());
        } else if (finish == Chunk.Finish.FORBIDDEN) {
            fail(trouble.wouldNot());
        } else if (sifter.onlyThought()) {
            fail(trouble.onlyThought());
        }
        return over;
    }

    /// What was held back only in doubt is still said before it is told that the rest is missing.
    private void broken(String sentence) {
        if (pace.isComplete() || isClosed()) {
            finished();
        } else {
            ready.append(sifter.end(true));
            fail(sentence);
        }
    }

    private void fail(String sentence) {
        over = true;
        failure = Optional.of(new LanguageModelException(sentence));
        hangUp();
        settle();
    }

    private void refused(Arrival.Refused refused) {
        Optional<Habits> lesson =
                lessons < MOST_LESSONS
                        ? Lesson.from(refused, question, desk.wire().hasExtras(question))
                        : Optional.empty();
        if (lesson.isPresent()) {
            lessons++;
            question = question.with(lesson.get());
            sifter = new Sifter(question.prompt(), question.habits());
            askAgain();
        } else if (!waited && pace.hasRoomFor(refused)) {
            waited = true;
            pause(refused.again().orElseThrow());
            askAgain();
        } else {
            fail(trouble.refused(refused.status(), refused.body()));
        }
    }

    private void pause(Duration wait) {
        try {
            var _ = closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LanguageModelException("The question to the language model was given up.", e);
        }
    }

    private synchronized void askAgain() {
        if (!isClosed()) {
            events = new Events();
            exchange = desk.ask(question, trouble);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public Ending ending() {
        return ending;
    }

    private synchronized void hangUp() {
        exchange.close();
    }

    /// What was never begun is on no bill.
    private synchronized void settle() {
        if (exchange.accepted()) {
            bill.settle();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed.countDown();
            exchange.close();
        }
        if (ending == Ending.OPEN) {
            ending = Ending.GIVEN_UP;
        }
        settle();
    }
}
