package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Two hundred strings of strangers in every field that they reach: name, place, point and what is
/// said. Nothing runs, no box is left, nothing is complained about.
@InChromium
class HostileNamesTest {
    private static final List<String> SEEDS =
            List.of(
                    "<img src=x onerror=\"document.title='owned'\">",
                    "<script>document.title='owned'</script>",
                    "javascript:document.title='owned'",
                    "\"><svg onload=document.title='owned'>",
                    "${document.title='owned'}",
                    "{{constructor.constructor('document.title=1')()}}",
                    "x".repeat(200),
                    "W".repeat(60),
                    "\u202eevaD si siht",
                    "\u2067\u05d3\u05d5\u05d3 \u2066abc",
                    "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643 \u0641\u064a"
                            + " \u0627\u0644\u0639\u0631\u0636",
                    "\u65e5\u672c\u8a9e".repeat(30),
                    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67".repeat(20),
                    "a\u0300\u0301\u0302\u0303".repeat(30),
                    "\u0e47\u0e49".repeat(30),
                    "%s%n%x %00 ../../etc",
                    "'; DROP TABLE calls; --",
                    "&lt;b&gt;&amp;&#x202e;",
                    "__proto__",
                    "constructor",
                    "\ufdfd\ufdfd\ufdfd\ufdfd",
                    "a" + "\u00ad".repeat(40) + "b",
                    "\u200b\u200b\u200b",
                    "-".repeat(80),
                    "supercalifragilisticexpialidocious".repeat(4));

    /// Each of the seeds alone, before, behind and between plain words, and so on: 200.
    private static List<String> strings() {
        List<String> all = new ArrayList<>(SEEDS);
        SEEDS.forEach(seed -> all.add("Dave " + seed));
        SEEDS.forEach(seed -> all.add(seed + " of Leeds"));
        for (int at = 0; all.size() < 200; at++) {
            all.add(SEEDS.get(at % SEEDS.size()) + SEEDS.get((7 * at + 3) % SEEDS.size()));
        }
        return all;
    }

    @Test
    void twoHundredHostileStringsBreakNothing() throws IOException {
        List<String> all = strings();
        assertThat(all).hasSize(200);
        try (var desk = new AtTheDesk(AtTheDesk.roomFor(300, 8))) {
            fill(desk, all);
            desk.open();
            desk.browser.until("document.querySelectorAll('.row').length === 196");
            desk.browser.until("document.querySelectorAll('.line .words').length > 190");
            for (int[] window : new int[][] {{1280, 800, 1}, {640, 400, 2}, {390, 844, 2}}) {
                desk.browser.size(window[0], window[1], window[2]);
                desk.browser.until("innerWidth === %d".formatted(window[0]));
                desk.isWhole();
            }
            assertThat(desk.browser.title()).doesNotContain("owned");
            assertThat(desk.browser.count("img, .panel script, .panel iframe")).isZero();
        }
    }

    private static void fill(AtTheDesk desk, List<String> all) {
        List<CallId> callers =
                IntStream.range(0, all.size())
                        .mapToObj(i ->
                                desk.waits(
                                        i + 1,
                                        short60(all.get(i)),
                                        all.get(i),
                                        all.get((i + 1) % 200)))
                        .toList();
        Stream.of(0, 6, 8, 10).map(callers::get).forEach(desk.room::take);
        for (int i = 0; i < all.size(); i++) {
            Optional<CallId> speaker =
                    i % 4 == 0
                            ? Optional.empty()
                            : Optional.of(callers.get(List.of(0, 6, 8, 10).get(i % 4)));
            desk.room.hears(speaker, all.get(i), (i + 1) * 48_000L);
        }
    }

    private static String short60(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
