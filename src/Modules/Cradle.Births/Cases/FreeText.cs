using Cradle.Platform.Protection;

namespace Cradle.Births.Cases;

/// <summary>What people write in their own words is read by others: it may hold no identity or mobile number.</summary>
internal static class FreeText
{
    /// <summary>The refusal of a text that holds one; null where none does.</summary>
    public static CaseError.NumberInWords? Refused(string? text) => PersonalNumbers.AreIn(text ?? "") ? new CaseError.NumberInWords() : null;

    /// <summary>The same of a field of a form.</summary>
    public static FormProblem? Problem(string field, string? text) => PersonalNumbers.AreIn(text ?? "")
        ? new(field, "number", new("这里写了证件号码或手机号。", "This holds an identity or mobile number."), new("别人也会看到，请去掉。", "Others read it; leave the number out.")) : null;
}
