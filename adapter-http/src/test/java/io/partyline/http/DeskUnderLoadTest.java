package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the page costs on the busiest evening: 10,000 events, 100 callers who wait, 12 on the air.
/// It prints how long each took from the studio to the screen, how much memory the page keeps, and
/// how long it was busy at a stretch; what it holds to is that nothing is missing from the page.
@InChromium
@Tag("long")
class DeskUnderLoadTest {
    private static final int EVENTS = Integer.getInteger("events", 10_000);
    private static final int A_SECOND = Integer.getInteger("pace", 50);
    private static final int WAITING = 100;
    private static final int ON_AIR = 12;

    /// Notes when each text that holds the time of its making was on the screen, and every task of
    /// more than 50 ms. What is drawn for a picture that is being made is on the screen with it,
    /// and all else with the next one.
    private static final String WATCH =
            """
            window.seen = { line: [], point: [], word: [], busy: [] };
            const known = new Set();
            const when = (letters) => Number([...letters].map((letter) => letter.charCodeAt(0) - 97).join(''));
            const nextPicture = requestAnimationFrame;
            const afterwards = (then) => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => then(Date.now());
              port2.postMessage(0);
            };
            let drawing = false;
            window.requestAnimationFrame = (draw) => nextPicture((at) => {
              if (!drawing) afterwards(() => (drawing = false));
              drawing = true;
              draw(at);
            });
            const painted = (then) => (drawing ? afterwards(then) : nextPicture(() => afterwards(then)));
            const look = (text) => {
              const found = /(line|point|word) (\\d+) of ([a-j]+)/.exec(text ?? '');
              if (!found || known.has(found[0])) return;
              known.add(found[0]);
              painted((at) => seen[found[1]].push(at - when(found[3])));
            };
            new MutationObserver((changes) => {
              for (const { type, target, addedNodes } of changes) {
                if (type === 'characterData') look(target.data);
                else addedNodes.forEach((node) => look(node.textContent));
              }
            }).observe(document.body, { subtree: true, childList: true, characterData: true });
            new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => seen.busy.push(duration)))
              .observe({ type: 'longtask' });
            """;

    /// More than the last 400 lines of talk take, which is all by which the page grows.
    private static final int TALK_MB = 4;

    private static final String KEPT = "gc(); return performance.memory.usedJSHeapSize / 1e6";

    /// What is told of the page's own thread. The first is the processor's time, which hardly
    /// depends on what else the computer does; the others are of the clock, as all that is waited
    /// for.
    private static final List<Spending> SPENT =
            List.of(
                    new Spending("ThreadTime", "processor time of the page's own thread"),
                    new Spending("TaskDuration", "by the clock it was busy"),
                    new Spending("ScriptDuration", "with scripts"),
                    new Spending("RecalcStyleDuration", "with styles"),
                    new Spending("LayoutDuration", "with layout"));

    private record Spending(String metric, String words) {}

    /// Where a profile of the page's scripts is put, to be looked at in the browser's own tools.
    private static final Optional<Path> PROFILE =
            Optional.ofNullable(System.getProperty("profile")).map(Path::of);

    @Test
    void everythingOfTheBusiestEveningIsOnThePage() throws IOException {
        var room = new ScriptedRoom(AtTheDesk.roomFor(WAITING + ON_AIR, 2 * ON_AIR), Instant.now());
        try (var visit = new Visit(room, Optional.empty());
                var page =
                        new Chromium(
                                List.of(
                                        "--js-flags=--expose-gc",
                                        "--enable-precise-memory-info"))) {
            room.aiOnAir("1");
            room.aiOnAir("2");
            List<CallId> onAir = callers(room, 1, ON_AIR - 2);
            onAir.forEach(room::take);
            List<CallId> waiting = callers(room, ON_AIR, WAITING);
            page.size(1280, 800, 1);
            page.open(visit.at("/?lang=en"));
            page.until("document.querySelectorAll('.row').length === %d".formatted(WAITING));
            page.run(WATCH);
            page.devtools("Performance.enable", Map.of());
            profile(page);
            Map<String, Double> before = spent(page);
            List<Double> kept = new ArrayList<>();
            for (int event = 0; event < EVENTS; event++) {
                if (event % (EVENTS / 5) == 0) {
                    kept.add(page.run(KEPT).asDouble());
                }
                happens(room, event, onAir, waiting);
                LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(A_SECOND).toNanos());
            }
            page.until("document.body.innerText.includes('line %d of ')".formatted(EVENTS - 2));
            kept.add(page.run(KEPT).asDouble());
            tell(page, before, kept);
            keepProfile(page);
            assertThat(page.run("return seen.line.length").asInt()).isEqualTo(EVENTS * 6 / 10);
            assertThat(page.count(".row")).isEqualTo(WAITING);
            assertThat(page.count(".card")).isEqualTo(ON_AIR);
            assertThat(page.complaints()).isEmpty();
            assertThat(kept.getLast())
                    .as("what the page keeps, in MB")
                    .isLessThan(kept.getFirst() + TALK_MB);
        }
    }

    private static void profile(Chromium page) {
        if (PROFILE.isPresent()) {
            page.devtools("Profiler.enable", Map.of());
            page.devtools("Profiler.start", Map.of());
        }
    }

    private static void keepProfile(Chromium page) throws IOException {
        if (PROFILE.isPresent()) {
            JsonNode profile = page.devtools("Profiler.stop", Map.of()).path("profile");
            Files.writeString(PROFILE.get(), profile.toString());
        }
    }

    private static void tell(Chromium page, Map<String, Double> before, List<Double> kept) {
        Map<String, Double> after = spent(page);
        JsonNode seen = page.run("return seen");
        print("spoken words", seen.path("line"));
        print("written onto a card", seen.path("point"));
        print("understood by the screener", seen.path("word"));
        print("busy for more than 50 ms", seen.path("busy"));
        for (Spending one : SPENT) {
            double seconds =
                    after.getOrDefault(one.metric, 0.0) - before.getOrDefault(one.metric, 0.0);
            System.out.printf("%s: %.2f ms an event%n", one.words, 1_000 * seconds / EVENTS);
        }
        System.out.printf("memory, in MB: %s; elements: %s%n", kept, page.count("*"));
    }

    private static List<CallId> callers(ScriptedRoom room, int from, int count) {
        List<CallId> all = new ArrayList<>();
        for (int caller = from; caller < from + count; caller++) {
            all.add(room.held(caller));
        }
        return all;
    }

    /// Of ten events six are words, one is written onto a card, one is what the screener has
    /// understood, one mutes or unmutes and one locks or unlocks.
    private static void happens(
            ScriptedRoom room, int event, List<CallId> onAir, List<CallId> waiting) {
        CallId speaker = onAir.get(event % onAir.size());
        CallId card = waiting.get(event * 7 % waiting.size());
        CallId next = waiting.get((event * 7 + 1) % waiting.size());
        int round = event / (10 * onAir.size());
        switch (event % 10) {
            case 3 -> room.ask(written(card, marked("point", event)));
            case 7 -> room.ask(understood(next, marked("word", event)));
            case 5 -> room.ask(new CallCommand.SetMute(onAir.get(event / 10 % 10), round % 2 == 0));
            case 9 -> room.ask(new CallCommand.SetLock(onAir.get(event / 10 % 10), round % 2 == 0));
            default -> room.hears(Optional.of(speaker), marked("line", event), 4_800L * event);
        }
    }

    /// What the page's own thread has spent its time with, in seconds.
    private static Map<String, Double> spent(Chromium page) {
        Map<String, Double> spent = new HashMap<>();
        for (JsonNode metric : page.devtools("Performance.getMetrics", Map.of()).path("metrics")) {
            spent.put(metric.path("name").asText(), metric.path("value").asDouble());
        }
        assertThat(spent).containsKeys(SPENT.stream().map(Spending::metric).toArray(String[]::new));
        return spent;
    }

    private static String marked(String what, int event) {
        return "%s %d of %s".formatted(what, event, letters(System.currentTimeMillis()));
    }

    /// A number in letters: of so many figures the desk would make a telephone number.
    private static String letters(long number) {
        return Long.toString(number)
                .chars()
                .mapToObj(figure -> Character.toString(figure - '0' + 'a'))
                .collect(Collectors.joining());
    }

    private static CallCommand.WriteCard written(CallId id, String point) {
        return new CallCommand.WriteCard(
                id,
                new Card.Written(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(point),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static CallCommand.FileCard understood(CallId id, String point) {
        return new CallCommand.FileCard(id, new Card.Told("", "", point, "", 1, false, false));
    }

    private static void print(String what, JsonNode numbers) {
        List<Double> all = new ArrayList<>();
        numbers.forEach(number -> all.add(number.asDouble()));
        all.sort(null);
        System.out.printf(
                "%s: %d; half of them %.0f ms, 95 in 100 %.0f ms, 99 in 100 %.0f ms, the most %.0f ms%n",
                what, all.size(), at(all, 0.5), at(all, 0.95), at(all, 0.99), at(all, 1));
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(part * (sorted.size() - 1)));
    }
}
