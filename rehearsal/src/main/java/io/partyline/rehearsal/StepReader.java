package io.partyline.rehearsal;

import io.partyline.rehearsal.Step.Claim;
import io.partyline.rehearsal.Step.Place;
import io.partyline.rehearsal.Step.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the steps of a script, which are short English sentences:
///
/// - `dave dials`, `dave hangs up`, `pause 2s`
/// - `dave says Hello there.`, `host says Good evening.`
/// - `host posts /api/queue/take/{dave}`, `host posts /api/lines {"open":false}`
/// - `until dave is held`, `… is on air`, `… has ended`, `… is summed up`
/// - `until dave is being asked`, `… has given a name`, `… hears the screener`, `… has told the
///   screener`
/// - `check that tony said …`, `… tony has called before`, `… the host's mood turned`, `… the
///   screener let dave go within 150ms`
/// - `until dave is silent`, `until dave was heard`, `until an ai caller is on air`, `until the
///   follow-up has spoken`
public final class StepReader {
    private record Form(Pattern pattern, Function<MatchResult, Step> step) {}

    private static final List<Form> FORMS =
            List.of(
                    form("pause (\\d+)s", m -> new Step.Pause(Duration.ofSeconds(number(m)))),
                    form("pause (\\d+)ms", m -> new Step.Pause(Duration.ofMillis(number(m)))),
                    form("until an ai caller is on air", _ -> until(new Wish.AiOnAir())),
                    form("until the follow-up has spoken", _ -> until(new Wish.FollowUpSpoke())),
                    form("until (\\w+) is held", m -> stands(m, Place.HELD)),
                    form("until (\\w+) is being asked", m -> stands(m, Place.ASKED)),
                    form("until (\\w+) has given a name", m -> stands(m, Place.NAMED)),
                    form(
                            "until (\\w+) hears the screener",
                            m -> until(new Wish.HearsScreener(m.group(1)))),
                    form("until (\\w+) has told the screener", m -> stands(m, Place.SCREENED)),
                    form("until (\\w+) is on air", m -> stands(m, Place.ON_AIR)),
                    form("until (\\w+) has ended", m -> stands(m, Place.ENDED)),
                    form("until (\\w+) is summed up", m -> stands(m, Place.SUMMED_UP)),
                    form("until (\\w+) is silent", m -> until(new Wish.Silent(m.group(1)))),
                    form("until (\\w+) was heard", m -> until(new Wish.Heard(m.group(1)))),
                    form(
                            "check that the screener let (\\w+) go within (\\d+)ms",
                            m -> check(new Claim.LetGo(m.group(1), ms(m.group(2))))),
                    form("check that the host's mood turned", _ -> check(new Claim.MoodTurned())),
                    form(
                            "check that (\\w+) has called before",
                            m -> check(new Claim.CalledBefore(m.group(1)))),
                    form(
                            "check that (\\w+) said (.+)",
                            m -> check(new Claim.Said(m.group(1), m.group(2)))),
                    form("(\\w+) dials", m -> new Step.Dial(m.group(1))),
                    form("(\\w+) hangs up", m -> new Step.HangUp(m.group(1))),
                    form("host posts (/\\S+)(?: (\\{.*}))?", StepReader::post),
                    form("(\\w+) says (.+)", m -> new Step.Say(m.group(1), m.group(2))));

    private StepReader() {}

    /// The step that a line describes.
    ///
    /// @throws IllegalArgumentException with a sentence, if it describes none
    public static Step read(String line) {
        String plain = line.strip();
        for (Form form : FORMS) {
            var matcher = form.pattern().matcher(plain);
            if (matcher.matches()) {
                return form.step().apply(matcher.toMatchResult());
            }
        }
        throw new IllegalArgumentException("\"%s\" is no step of a script".formatted(plain));
    }

    private static Form form(String pattern, Function<MatchResult, Step> step) {
        return new Form(Pattern.compile(pattern), step);
    }

    private static Step stands(MatchResult match, Place place) {
        return until(new Wish.Stands(match.group(1), place));
    }

    private static Step until(Wish wish) {
        return new Step.Until(wish);
    }

    private static Step check(Claim claim) {
        return new Step.Check(claim);
    }

    private static Duration ms(String number) {
        return Duration.ofMillis(Long.parseLong(number));
    }

    private static Step post(MatchResult match) {
        return new Step.Post(match.group(1), match.group(2) == null ? "" : match.group(2));
    }

    private static long number(MatchResult match) {
        return Long.parseLong(match.group(1));
    }
}
