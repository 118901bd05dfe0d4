using Cradle.Platform.Web.Binding;

namespace Cradle.Platform.Web.Tests;

public class DatePartsTests
{
    [Theory]
    [InlineData("2026", "4", "2")]
    [InlineData("2026", "04", "02")]
    [InlineData("２０２６", "４", "２")] // full-width digits of a Chinese keyboard
    [InlineData("2026年", "4月", "2日")]
    [InlineData(" 2026 ", "4", "2")]
    public void A_date_is_read_however_it_was_typed(string year, string month, string day) =>
        Assert.Equal((new DateOnly(2026, 4, 2), null), new DateParts(year, month, day).Read());

    [Fact]
    public void The_29th_of_February_is_a_day_in_leap_years_only()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new DateParts("2028", "2", "29").Read().Date);
        Assert.Equal("2026年2月没有 29 日，请检查", new DateParts("2026", "2", "29").Read().Error);
    }

    [Theory]
    [InlineData("2026", "", "2", "还差月份")]
    [InlineData("", "4", null, "还差年份、日期")]
    [InlineData("26", "4", "2", "年份请填四位数字，比如 2026")]
    [InlineData("2026", "13", "2", "月份请填 1 到 12")]
    [InlineData("2026", "4", "0", "2026年4月没有 0 日，请检查")]
    [InlineData("2026", "四", "2", "年、月、日请填数字")]
    [InlineData("2026", "-4", "2", "年、月、日请填数字")]
    [InlineData("2026", "4", "99999999999", "年、月、日请填数字")]
    public void What_is_wrong_with_a_date_is_said(string? year, string? month, string? day, string error) =>
        Assert.Equal((null, error), new DateParts(year, month, day).Read());
}
