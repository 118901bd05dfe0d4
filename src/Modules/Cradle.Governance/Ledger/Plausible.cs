using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Ledger;

/// <summary>What the ledger can hold and a place can mean: beyond it somebody mistyped, and is told in which field, why and what to enter instead. Everything this module saves passes here.</summary>
public static class Plausible
{
    private const int YearsBack = 20;
    private const int YearsAhead = 30;
    private const int Shown = 12;

    /// <summary>Saves what was changed; something that nobody can mean is refused by its field, and everything that was changed is forgotten.</summary>
    public static async Task<LedgerError?> SavePlausibleAsync(this PlatformDbContext database, TimeProvider time, CancellationToken cancellationToken = default)
    {
        if (database.Implausible(ChinaTime.Today(time)) is { } implausible)
        {
            database.Forget();
            return implausible;
        }

        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The first of the changed fields of this module that holds what nobody can mean; null where all hold.</summary>
    public static LedgerError? Implausible(this PlatformDbContext database, DateOnly today) => database.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Metadata.ClrType.Assembly == typeof(Plausible).Assembly)
        .SelectMany(entry => entry.Properties.Where(property => entry.State == EntityState.Added || property.IsModified)).Select(property => Fault(property, today)).FirstOrDefault(fault => fault is not null);

    /// <summary>That a day is none that a plan, a meeting or a report of today can be of; null where it can, or was left out.</summary>
    public static LedgerError? Day(string field, DateOnly? day, DateOnly today) => day is { } given && Far(given, today) is { } far ? new LedgerError.Invalid(field, far.ToString()) { Value = given } : null;

    /// <summary>The same in words, for a table that has no fields.</summary>
    public static Words? Far(DateOnly day, DateOnly today) => IsFar(day.Year, today)
        ? new Words($"{day:yyyy-MM-dd} 离今天太远，请核对年份，填 {today.Year - YearsBack} 到 {today.Year + YearsAhead} 年的日期。", $"{day:yyyy-MM-dd} is too far off; look at the year and enter a day of {today.Year - YearsBack} to {today.Year + YearsAhead}.")
        : null;

    private static LedgerError? Year(string field, int year, DateOnly today) => IsFar(year, today)
        ? new LedgerError.Invalid(field, Say(
            $"{year} 年离今年太远，请填 {today.Year - YearsBack} 到 {today.Year + YearsAhead} 之间的四位年份。", $"The year {year} is too far off; enter one from {today.Year - YearsBack} to {today.Year + YearsAhead}, in four digits.")) { Value = year }
        : null;

    /// <summary>That a text holds an identity or mobile number: what people write in the ledger is read by others, is printed and goes up. Null where it holds none.</summary>
    public static LedgerError? Number(string field, string text) => PersonalNumbers.AreIn(text)
        ? new LedgerError.Invalid(field, Say("这里写了证件号码或手机号，别人也会看到，请去掉后再交。", "This holds an identity or mobile number, which others would read; leave it out and send it again.")) { Value = text }
        : null;

    private static LedgerError? Text(string field, string text, int? most) => text.Length > most
        ? new LedgerError.Invalid(field, Say(
            $"“{text[..Math.Min(Shown, text.Length)]}…”有 {text.Length} 字，最多 {most} 字，请写短些。", $"'{text[..Math.Min(Shown, text.Length)]}…' has {text.Length} characters, at most {most} are kept; shorten it.")) { Value = text }
        : null;

    private static LedgerError? Amount(string field, decimal amount, int? precision, int? scale) => precision is { } digits && Math.Abs(amount) >= (decimal)Math.Pow(10, digits - (scale ?? 0))
        ? new LedgerError.Invalid(field, Say($"{amount} 太大，小数点前最多 {digits - (scale ?? 0)} 位。", $"{amount} is too large: at most {digits - (scale ?? 0)} digits before the point.")) { Value = amount }
        : null;

    private static LedgerError? Fault(PropertyEntry property, DateOnly today) => (property.Metadata.Name, property.CurrentValue) switch
    {
        (var field, DateOnly day) => Day(field, day, today),
        ("Year", int year) => Year("Year", year, today),
        (var field, string text) => Text(field, text, property.Metadata.GetMaxLength()) ?? (property.Metadata.GetMaxLength() is null ? null : Number(field, text)),   // without a length it is JSON, whose words were looked at
        (var field, decimal amount) => Amount(field, amount, property.Metadata.GetPrecision(), property.Metadata.GetScale()),
        _ => null,
    };

    private static bool IsFar(int year, DateOnly today) => year < today.Year - YearsBack || year > today.Year + YearsAhead;
}
