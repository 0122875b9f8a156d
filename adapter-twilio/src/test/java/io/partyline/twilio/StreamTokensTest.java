package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamTokensTest {
    private static final CallId DAVE = new CallId("CA1");
    private static final CallId JAS = new CallId("CA2");

    private static final Capacity CAPACITY = new Capacity(10);

    private final AtomicLong now = new AtomicLong(-5);
    private final StreamTokens tokens = new StreamTokens(CAPACITY, now::get);

    @Test
    void askingAgainGivesTheSameTicketWhileItIsUnused() {
        assertThat(tokens.issue(DAVE))
                .isEqualTo(tokens.issue(DAVE))
                .isNotEqualTo(tokens.issue(JAS));
    }

    @Test
    void aTicketAdmitsOnce() {
        String token = tokens.issue(DAVE);
        assertThat(tokens.spend(token, DAVE)).isTrue();
        assertThat(tokens.spend(token, DAVE)).isFalse();
        assertThat(tokens.issue(DAVE)).isNotEqualTo(token);
    }

    @Test
    void aCallThatIsOverAndATicketThatIsRenewedCostNobodyElseTheirs() {
        String token = tokens.issue(JAS);
        tokens.issue(DAVE);
        tokens.forget(DAVE);
        assertThat(tokens.issue(JAS)).isEqualTo(token);
        tokens.renew(DAVE);
        assertThat(tokens.spend(token, JAS)).isTrue();
    }

    @Test
    void aTicketAdmitsNobodyElseAndIsNotLostByTrying() {
        String token = tokens.issue(DAVE);
        assertThat(tokens.spend(token, JAS)).isFalse();
        assertThat(tokens.spend("", DAVE)).isFalse();
        assertThat(tokens.spend(token, DAVE)).isTrue();
    }

    @Test
    void aTicketLivesForTwoMinutes() {
        String token = tokens.issue(DAVE);
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(tokens.issue(DAVE)).isEqualTo(token);
        now.incrementAndGet();
        assertThat(tokens.spend(token, DAVE)).isFalse();
        assertThat(tokens.issue(DAVE)).isNotEqualTo(token);
    }

    @Test
    void aTicketThatHasExpiredAdmitsNobody() {
        String token = tokens.issue(DAVE);
        now.addAndGet(Duration.ofMinutes(2).toNanos() + 1);
        assertThat(tokens.spend(token, DAVE)).isFalse();
    }

    @Test
    void aTicketThatHasExpiredIsNotGivenAgain() {
        String token = tokens.issue(DAVE);
        now.addAndGet(Duration.ofMinutes(2).toNanos() + 1);
        assertThat(tokens.issue(DAVE)).isNotEqualTo(token);
    }

    @Test
    void theStreamOfATicketThatHasExpiredIsNotAwaited() {
        String token = tokens.issue(DAVE);
        now.addAndGet(Duration.ofMinutes(2).toNanos() + 1);
        assertThat(tokens.awaits(DAVE, StreamTokens.name(token))).isFalse();
    }

    @Test
    void aNewTicketOfOursVoidsTheOldOne() {
        String old = tokens.issue(DAVE);
        String fresh = tokens.renew(DAVE);
        assertThat(tokens.spend(old, DAVE)).isFalse();
        assertThat(tokens.spend(fresh, DAVE)).isTrue();
    }

    @Test
    void aCallThatIsOverNeedsNoTicket() {
        String token = tokens.issue(DAVE);
        tokens.forget(DAVE);
        assertThat(tokens.spend(token, DAVE)).isFalse();
    }

    @Test
    void thereAreNeverMoreThanTheyMayBe() {
        String first = tokens.issue(new CallId("CA0"));
        Set<String> all = new HashSet<>();
        for (int i = 1; i <= CAPACITY.tickets(); i++) {
            all.add(tokens.issue(new CallId("CA" + i)));
        }
        assertThat(all)
                .hasSize(CAPACITY.tickets())
                .allMatch(token -> token.matches("[A-Za-z0-9_-]{32}"));
        assertThat(tokens.spend(first, new CallId("CA0"))).isFalse();
    }

    @Test
    void ofManyWhoTryAtOnceOneIsAdmitted() throws Exception {
        String token = tokens.issue(DAVE);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                tries.add(() -> tokens.spend(token, DAVE));
            }
            long admitted = 0;
            for (var each : crowd.invokeAll(tries)) {
                admitted += each.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(1);
        }
    }

    @Test
    void theStreamOfAnUnusedTicketIsAwaited() {
        String old = StreamTokens.name(tokens.issue(DAVE));
        String token = tokens.renew(DAVE);
        assertThat(tokens.awaits(DAVE, old)).isFalse();
        assertThat(tokens.awaits(DAVE, StreamTokens.name(token))).isTrue();
        assertThat(tokens.awaits(JAS, StreamTokens.name(token))).isFalse();
        tokens.spend(token, DAVE);
        assertThat(tokens.awaits(DAVE, StreamTokens.name(token))).isFalse();
    }
}
