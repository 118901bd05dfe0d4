using Cradle.Linkage.Normalisation;
using Shouldly;

namespace Cradle.Linkage.Tests.Normalisation;

public class NamesTests
{
    [Theory]
    [InlineData("张三", "张 三")]
    [InlineData("张三", " 张　三 ")]
    [InlineData("张三", "張三")]
    [InlineData("阿依古丽·买买提", "阿依古丽•买买提")]
    [InlineData("阿依古丽·买买提", "阿依古丽.买买提")]
    [InlineData("ＬＩ", "li")]
    public void Two_ways_to_write_a_name_give_one_hash(string one, string other) =>
        PersonName.Read(one)!.Value.Hash.ShouldBe(PersonName.Read(other)!.Value.Hash);

    [Theory]
    [InlineData("王芳之子")]
    [InlineData("王芳之双女")]
    [InlineData("王某某")]
    [InlineData("新生儿")]
    [InlineData("不详")]
    [InlineData("  ")]
    public void A_placeholder_gives_no_name(string text) => PersonName.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("王羲之")]
    [InlineData("张之洞")]
    [InlineData("林子女")]
    public void A_name_that_looks_like_a_placeholder_stays_a_name(string text) => PersonName.Read(text).ShouldNotBeNull();

    [Fact]
    public void A_placeholder_of_a_newborn_names_the_mother() => PlaceholderName.MotherIn("王芳之子").ToString().ShouldBe("王芳");

    [Theory]
    [InlineData('啊', "a")]
    [InlineData('座', "zuo")]
    [InlineData('王', "wang")]
    [InlineData('吕', "lv")]
    [InlineData('婷', "ting")]
    [InlineData('張', "zhang")]
    public void A_character_has_its_syllable(char c, string syllable) => Pinyin.Syllable(c).ShouldBe(syllable);

    // GB 2312-80 lists 3,755 characters on level 1; 中 and 钟 stand far apart in Unicode and side by side in sound.
    [Fact]
    public void Names_that_sound_alike_share_their_sound() =>
        PersonName.Read("李晓文")!.Value.Sound.ShouldBe(PersonName.Read("李小雯")!.Value.Sound);

    [Fact]
    public void A_compound_surname_counts_two_characters() => PersonName.Read("欧阳修")!.Value.SurnameLength.ShouldBe(2);

    [Fact]
    public void A_name_of_two_characters_has_no_compound_surname() => PersonName.Read("欧阳")!.Value.SurnameLength.ShouldBe(1);
}
