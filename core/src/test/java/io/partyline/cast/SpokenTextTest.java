package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
    /// What the shortest signs become: `2B` is two billion, `°` behind a figure is degrees.
    private static final int LONGEST_WORDS_A_SIGN = 24;

    private static final int TEXTS = 800;
    private static final int MANY_TEXTS = 4_000;

    private static final String SIGNS =
            "0123456789012345678$£€.,:%+-–()# abAB'’stndrhkM*[]<>&@=/\"°½×\n ";

    private static final List<String> WORDS =
            List.of(
                    " ",
                    " March ",
                    "Henry VIII",
                    " Dr.",
                    "St. ",
                    "U.S.",
                    "FBI",
                    "km",
                    " lbs",
                    "example.com",
                    "a@b.org",
                    "3/4",
                    "5'10\"",
                    "1990",
                    "😀",
                    "é",
                    "今",
                    "https://",
                    " vs. ",
                    "etc.",
                    "No. ",
                    "IV",
                    " to ",
                    " p.m.",
                    "TV",
                    "1,000",
                    "the ",
                    "NO ");

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
                    1909                        | nineteen oh nine
                    1910                        | nineteen ten
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
                    3:09                        | three oh nine
                    3:10                        | three ten
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
                    NO WAY                      | NO WAY
                    the *really* old one        | the really old one
                    and he *coughs* again       | and he again
                    -$5                         | minus five dollars
                    $-5.25                      | minus five dollars and twenty-five cents
                    £1                          | one pound
                    £3.50                       | three pounds and fifty pence
                    £0.01                       | one penny
                    €5,50                       | five euros and fifty cents
                    5€                          | five euros
                    20 EUR                      | twenty euros
                    ¥500                        | five hundred yen
                    £2.5bn                      | two point five billion pounds
                    50¢                         | fifty cents
                    $10-15                      | ten to fifteen dollars
                    $10-$15                     | ten to fifteen dollars
                    $2-3 million                | two to three million dollars
                    a $5 bill                   | a five-dollar bill
                    $15/hr                      | fifteen dollars an hour
                    $900/month                  | nine hundred dollars a month
                    US$20                       | twenty dollars
                    March 3rd                   | March third
                    March 3, 2024               | March third, twenty twenty-four
                    Jan. 5                      | January fifth
                    3 March 1999                | the third of March, nineteen ninety-nine
                    the 4th of July             | the fourth of July
                    July 1969                   | July nineteen sixty-nine
                    2024-03-14                  | March fourteenth, twenty twenty-four
                    3/14/2024                   | March fourteenth, twenty twenty-four
                    3/14                        | March fourteenth
                    on 3/4                      | on March fourth
                    9/11                        | nine eleven
                    open 24/7                   | open twenty-four seven
                    it was 50/50                | it was fifty fifty
                    12/25/99                    | December twenty-fifth, ninety-nine
                    summer of '69               | summer of sixty-nine
                    class of '05                | class of oh five
                    class of '09                | class of oh nine
                    class of '10                | class of ten
                    3:00pm                      | three p m
                    15:45                       | fifteen forty-five
                    5pm-7pm                     | five p m to seven p m
                    3:30-4:15                   | three thirty to four fifteen
                    1:30:45                     | one hour, thirty minutes and forty-five seconds
                    John 3:16                   | John three sixteen
                    call 911                    | call nine one one
                    ext. 12                     | extension one two
                    123-45-6789                 | one two three, four five, six seven eight nine
                    version 1.2.3               | version one point two point three
                    1/2                         | one half
                    3/4 of them                 | three quarters of them
                    2/3                         | two thirds
                    1 1/2 miles                 | one and a half miles
                    2½ hours                    | two and a half hours
                    3 3/4                       | three and three quarters
                    ½ a cup                     | one half a cup
                    an 8/10                     | an eight out of ten
                    10-15                       | ten to fifteen
                    10–15 people                | ten to fifteen people
                    1990-1995                   | nineteen ninety to nineteen ninety-five
                    10-15%                      | ten to fifteen percent
                    -5%                         | minus five percent
                    72°F                        | seventy-two degrees Fahrenheit
                    -5 °C                       | minus five degrees Celsius
                    1°                          | one degree
                    90°                         | ninety degrees
                    5'10"                       | five foot ten
                    6’2”                        | six foot two
                    6' tall                     | six feet tall
                    a 12" pipe                  | a twelve inches pipe
                    5 km                        | five kilometers
                    1 km                        | one kilometer
                    60 mph                      | sixty miles an hour
                    100km/h                     | one hundred kilometers an hour
                    200 lbs                     | two hundred pounds
                    1 lb                        | one pound
                    2.5 kg                      | two point five kilos
                    16 oz                       | sixteen ounces
                    30 mins                     | thirty minutes
                    1,200 sq ft                 | one thousand two hundred square feet
                    98.6 MHz                    | ninety-eight point six megahertz
                    64 GB                       | sixty-four gigabytes
                    10k                         | ten thousand
                    4x4                         | four by four
                    3x faster                   | three times faster
                    -7                          | minus seven
                    .5                          | point five
                    5-year-old                  | five-year-old
                    Henry VIII                  | Henry the eighth
                    Louis XIV                   | Louis the fourteenth
                    King Charles III            | King Charles the third
                    Elizabeth II                | Elizabeth the second
                    World War II                | World War two
                    World War I                 | World War one
                    Rocky IV                    | Rocky four
                    Chapter V                   | Chapter five
                    Type II                     | Type two
                    Malcolm X                   | Malcolm X
                    an IV drip                  | an I V drip
                    Dr. Smith                   | Doctor Smith
                    Elm Dr.                     | Elm Drive.
                    St. Louis                   | Saint Louis
                    on Main St. today           | on Main Street today
                    Mr. and Mrs. Jones          | Mister and Missus Jones
                    Mr. Jones                   | Mister Jones
                    cats vs. dogs               | cats versus dogs
                    apples, pears, etc.         | apples, pears, et cetera.
                    e.g. this                   | for example, this
                    No. 5                       | number five
                    w/ milk                     | with milk
                    in the U.S. today           | in the U S today
                    in the U.S.                 | in the U S.
                    J. R. Smith Jr. said        | J. R. Smith Junior said
                    a PhD                       | a P H D
                    two DVDs                    | two D V D's
                    AT&T                        | A T and T
                    R&B                         | R and B
                    MP3                         | M P three
                    5G                          | five G
                    COVID-19                    | COVID-nineteen
                    F-16                        | F-sixteen
                    he/she                      | he or she
                    and/or                      | and or
                    https://www.example.com/faq | example dot com slash faq
                    Visit partyline.example.    | Visit partyline dot example.
                    dave.b@example.org          | dave dot b at example dot org
                    [our page](https://a.example/x) | our page
                    - milk                      | milk
                    2. eggs                     | eggs
                    > quoted                    | quoted
                    a <b>bold</b> claim         | a bold claim
                    Nice :) right?              | Nice right?
                    1️⃣ first                    | one first
                    👨‍👩‍👧 family                 | family
                    Café, naïve, Zoë            | Café, naïve, Zoë
                    Señor Muñoz, 3 años         | Señor Muñoz, three años
                    今日は5時です                 | 今日は5時です
                    Это 25 лет                  | Это 25 лет
                    No!!! Really?!?             | No! Really?
                    Wait -- what                | Wait, what
                    So — I left                 | So, I left
                    some ~50 people             | some about fifty people
                    5 + 3 = 8                   | five plus three equals eight
                    Route 66                    | Route sixty-six
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
    void itemsOfAListAreSentences() {
        assertThat(SpokenText.clean("Bring:\n- milk\n- 2 eggs\n- flour"))
                .isEqualTo("Bring: milk. two eggs. flour");
    }

    @Test
    void aTextWithoutEndIsCutAtAWord() {
        String endless = "seventy ".repeat(10_000);
        assertThat(SpokenText.clean(endless)).hasSizeLessThan(4_001).endsWith("seventy");
        assertThat(SpokenText.clean("x".repeat(100_000))).hasSizeLessThan(4_001);
    }

    @Test
    void anythingAModelWritesCanBeSpoken() {
        canBeSpoken(TEXTS);
    }

    @Test
    void whatIsFitToBeSpokenStaysAsItIs() {
        staysAsItIs(TEXTS);
    }

    @Test
    @Tag("ci")
    void soItIsWithManyTexts() {
        canBeSpoken(MANY_TEXTS);
        staysAsItIs(MANY_TEXTS);
    }

    private static void canBeSpoken(int texts) {
        var chance = new Random(7);
        for (int text = 0; text < texts; text++) {
            String written = scribbled(chance);
            String spoken = SpokenText.clean(written);
            assertThat(spoken).as(written).doesNotContain("$1", "  ", "\n");
            assertThat(spoken.length())
                    .as(written)
                    .isLessThanOrEqualTo(
                            LONGEST_WORDS_A_SIGN * written.length() + LONGEST_WORDS_A_SIGN);
        }
    }

    private static void staysAsItIs(int texts) {
        var chance = new Random(11);
        for (int text = 0; text < texts; text++) {
            String written = scribbled(chance);
            String spoken = SpokenText.clean(written);
            assertThat(SpokenText.clean(spoken)).as(written).isEqualTo(spoken);
        }
    }

    /// Figures, signs and the words that rules look for, in any order.
    private static String scribbled(Random chance) {
        var written = new StringBuilder();
        for (int i = chance.nextInt(25); i > 0; i--) {
            written.append(
                    chance.nextInt(3) == 0
                            ? WORDS.get(chance.nextInt(WORDS.size()))
                            : SIGNS.substring(chance.nextInt(SIGNS.length())).substring(0, 1));
        }
        return written.toString();
    }
}
