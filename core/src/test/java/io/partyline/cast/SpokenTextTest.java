package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    I won $101,000.             | I won one hundred one thousand dollars.
                    $1                          | one dollar
                    $20                         | twenty dollars
                    $3.50                       | three dollars and fifty cents
                    $1.01                       | one dollar and one cent
                    $0.99                       | ninety-nine cents
                    $5.00                       | five dollars
                    $1.5 million                | one point five million dollars
                    $2 billion                  | two billion dollars
                    $5k                         | five thousand dollars
                    $1,250.75                   | one thousand two hundred fifty dollars and seventy-five cents
                    In 1911, it sank.           | In nineteen eleven, it sank.
                    since 1911                  | since nineteen eleven
                    2005                        | two thousand five
                    2026                        | twenty twenty-six
                    2000                        | two thousand
                    2010                        | twenty ten
                    1900                        | nineteen hundred
                    1905                        | nineteen oh five
                    1999!                       | nineteen ninety-nine!
                    1,911 people                | one thousand nine hundred eleven people
                    the 1980s                   | the nineteen eighties
                    the 1920's                  | the nineteen twenties
                    the 2000s                   | the two thousands
                    the 1900s                   | the nineteen hundreds
                    the 80s                     | the eighties
                    the '90s                    | the nineties
                    3:30                        | three thirty
                    3:00                        | three o'clock
                    3:05                        | three oh five
                    3:30pm                      | three thirty p m
                    11:15 PM                    | eleven fifteen p m
                    at 5 a.m.                   | at five a m.
                    9am                         | nine a m
                    50%                         | fifty percent
                    12.5 %                      | twelve point five percent
                    1,000%                      | one thousand percent
                    555-0123                    | five five five, zero one two three
                    (555) 010-0123              | five five five, zero one zero, zero one two three
                    555-010-0123                | five five five, zero one zero, zero one two three
                    5550100123                  | five five five zero one zero zero one two three
                    +15550100                   | one five five five zero one zero zero
                    21st                        | twenty-first
                    2nd                         | second
                    20th                        | twentieth
                    112th                       | one hundred twelfth
                    the 1,000th call            | the one thousandth call
                    3.14                        | three point one four
                    250.125                     | two hundred fifty point one two five
                    1,234                       | one thousand two hundred thirty-four
                    100                         | one hundred
                    0                           | zero
                    007                         | zero zero seven
                    02134                       | zero two one three four
                    the FBI                     | the F B I
                    on TV                       | on T V
                    NO WAY                      | NO W A Y
                    at NASA                     | at NASA
                    on ESPN                     | on E S P N
                    I AM here                   | I AM here
                    what am I doing             | what am I doing
                    *sighs* Fine.               | Fine.
                    [laughs] Fine.              | Fine.
                    (laughs) Fine.              | Fine.
                    <pause> Fine.               | Fine.
                    That is **really** good.    | That is really good.
                    salt & pepper               | salt and pepper
                    we are #1                   | we are number one
                    Love it ❤️ 😀               | Love it
                    # Heading                   | Heading
                    Hello   there , friend      | Hello there, friend
                    """)
    void aTextIsSpokenAsPeopleSayIt(String written, String spoken) {
        assertThat(SpokenText.clean(written)).isEqualTo(spoken);
    }

    @Test
    void aTextWithoutWordsIsNotSpoken() {
        assertThat(SpokenText.clean("*sighs* 😀 ❤️")).isEmpty();
        assertThat(SpokenText.clean("")).isEmpty();
    }

    @Test
    void numbersLongerThanAnybodyCountsAreReadDigitByDigit() {
        assertThat(SpokenText.clean("1234567890123456"))
                .startsWith("one two three four")
                .endsWith("five six");
    }

    @Test
    void anythingAModelWritesCanBeSpoken() {
        var chance = new Random(7);
        String signs = "0123456789012345678$.,:%+-()# abAB'’stndrhkM*[]<>&@=\n😀";
        for (int text = 0; text < 20_000; text++) {
            var written = new StringBuilder();
            for (int i = chance.nextInt(60); i > 0; i--) {
                written.append(signs.charAt(chance.nextInt(signs.length())));
            }
            assertThatCode(() -> SpokenText.clean(written.toString()))
                    .as(written.toString())
                    .doesNotThrowAnyException();
            assertThat(SpokenText.clean(written.toString()))
                    .as(written.toString())
                    .doesNotContain("$1", "  ", "\n");
        }
    }
}
