package io.partyline.twilio;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A show that says what it is told to of every call that is not over, and writes down what it
/// hears. Its clock plays a tone to everybody.
final class ScriptedSwitchboard implements Switchboard, AutoCloseable {
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final List<TestLeg> legs = new CopyOnWriteArrayList<>();
    private final Map<CallId, Optional<TestLeg>> known = new ConcurrentHashMap<>();
    private final Set<CallId> over = ConcurrentHashMap.newKeySet();
    private final TestClock clock = new TestClock(() -> legs);
    private volatile Admission admission = Admission.GREET;
    private volatile Meanwhile meanwhile = new Meanwhile.Music();
    private volatile Consumer<CallId> whileRinging = _ -> {};
    private volatile boolean genuine = true;
    private final AtomicInteger questions = new AtomicInteger();

    void answersRings(Admission next) {
        admission = next;
    }

    /// Whether the network knows the calls that ring from now on.
    void isGenuine(boolean now) {
        genuine = now;
    }

    /// How often it was asked whether the network knows a call.
    int questions() {
        return questions.get();
    }

    /// What everybody in the queue hears from now on.
    void letsHear(Meanwhile next) {
        meanwhile = next;
    }

    /// This happens while the show is being asked.
    void whileRinging(Consumer<CallId> meanwhile) {
        whileRinging = meanwhile;
    }

    /// Has heard of this call before.
    void knows(CallId call) {
        known.putIfAbsent(call, Optional.empty());
    }

    /// Everything that was reported, oldest first, such as `ring CA… ••• 0123`.
    List<String> news() {
        return List.copyOf(news);
    }

    /// The n-th leg, from 1.
    ///
    /// @throws IllegalStateException if there is none within so long
    TestLeg awaitLeg(int number, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (legs) {
            while (legs.size() < number) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException("leg " + number + " has not come: " + news);
                }
                TimeUnit.NANOSECONDS.timedWait(legs, left);
            }
            return legs.get(number - 1);
        }
    }

    List<TestLeg> legs() {
        return List.copyOf(legs);
    }

    @Override
    public Admission ring(CallId call, CallerNumber number) {
        news.add("ring " + call + " " + number.masked());
        if (over.contains(call)) {
            return Admission.OVER;
        }
        whileRinging.accept(call);
        knows(call);
        return admission;
    }

    @Override
    public boolean isGenuine(CallId call) {
        questions.incrementAndGet();
        return genuine;
    }

    @Override
    public Meanwhile waiting(CallId call, CallerNumber number, Duration waited) {
        news.add("waiting " + call + " " + number.masked() + " " + waited);
        if (!over.contains(call)) {
            knows(call);
        }
        return meanwhile;
    }

    @Override
    public void answered(CallId call, Answer answer) {
        news.add(
                "answered %s %d %s %s"
                        .formatted(call, answer.question(), answer.confidence(), answer.said()));
    }

    @Override
    public void messageLeft(CallId call) {
        news.add("message left " + call);
    }

    @Override
    public void notConnected(CallId call) {
        news.add("not connected " + call);
    }

    @Override
    public void gone(CallId call) {
        news.add("gone " + call);
        Optional<TestLeg> leg = known.remove(call);
        if (leg != null) {
            over.add(call);
            leg.ifPresent(TestLeg::finish);
        }
    }

    @Override
    public Optional<CallLeg> connect(CallId call, Handset handset) {
        news.add("connect " + call);
        if (!known.containsKey(call)) {
            return Optional.empty();
        }
        var leg = new TestLeg(handset);
        Optional.ofNullable(known.put(call, Optional.of(leg)))
                .flatMap(before -> before)
                .ifPresent(TestLeg::finish);
        synchronized (legs) {
            legs.add(leg);
            legs.notifyAll();
        }
        return Optional.of(leg);
    }

    @Override
    public void close() {
        clock.close();
    }
}
