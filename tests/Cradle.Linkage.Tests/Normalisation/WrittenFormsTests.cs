using Cradle.Linkage.Normalisation;
using Shouldly;

namespace Cradle.Linkage.Tests.Normalisation;

public class WrittenFormsTests
{
    [Theory]
    [InlineData("19850312")]
    [InlineData("1985-03-12")]
    [InlineData("1985/3/12")]
    [InlineData("1985年3月12日")]
    [InlineData("12/03/1985")]
    [InlineData("1985-03-12 08:30:00")]
    [InlineData("１９８５．３．１２")]
    public void A_day_is_read_however_it_is_written(string text)
    {
        WrittenDate.Read(text, out var isDay).ShouldBe(19850312);
        isDay.ShouldBeTrue();
    }

    [Theory]
    [InlineData("19850230")]
    [InlineData("1985-13-01")]
    [InlineData("12")]
    [InlineData("")]
    public void A_day_that_does_not_exist_is_told(string text)
    {
        WrittenDate.Read(text, out var isDay);
        isDay.ShouldBeFalse();
    }

    [Theory]
    [InlineData("13800138000")]
    [InlineData("+86 138-0013-8000")]
    [InlineData("０１３８００１３８０００")]
    public void A_mobile_number_is_read_however_it_is_written(string text) => WrittenPhone.Read(text).ShouldBe(13800138000);

    [Theory]
    [InlineData("11111111111")]
    [InlineData("123")]
    public void A_number_that_reaches_nobody_is_none(string text) => WrittenPhone.Read(text).ShouldBe(0);

    // The example of GB 11643: 11010519491231002X. Its old form leaves out the century and the check digit: 110105491231002.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105491231002")]
    public void An_identity_number_of_either_length_gives_the_same_digits(string text)
    {
        var id = WrittenId.Read(text, out var error);
        id.ShouldBe(new WrittenId(11010519491231002, IsValid: true));
        error.ShouldBeNull();
    }

    [Fact]
    public void A_wrong_check_digit_keeps_the_digits_and_is_told()
    {
        var id = WrittenId.Read("110105194912310021", out var error);
        id.ShouldBe(new WrittenId(11010519491231002, IsValid: false));
        error.ShouldNotBeNull().Expected.ShouldBe('X');
    }

    [Fact]
    public void An_address_without_its_upper_levels_keeps_county_street_and_numbers()
    {
        var whole = ChineseAddress.Read("吉林省长春市朝阳区人民大街12号3栋2单元501室");
        var part = ChineseAddress.Read("朝阳区人民大街12号3号楼2单元501");
        part.County.ShouldBe(whole.County);
        part.Street.ShouldBe(whole.Street);
        part.Numbers.ShouldBe(whole.Numbers);
        part.Whole.ShouldNotBe(whole.Whole);
    }

    [Fact]
    public void Full_width_letters_and_spaces_become_narrow_and_single()
    {
        Span<char> buffer = stackalloc char[40];
        TextForm.Normalise("　ＡＢ  c１ ", buffer).ToString().ShouldBe("ab c1");
    }
}
