using Cradle.Platform.Protection;

namespace Cradle.Births.Cases;

/// <summary>What people write in their own words is read by others: it may hold no identity or mobile number, and be no longer than is kept of it.</summary>
internal static class FreeText
{
    /// <summary>The refusal of a text that is too long or holds such a number; null where it can be kept.</summary>
    public static CaseError? Refused(string? text, int most = JointCase.TextLength) => text?.Length > most ? new CaseError.TooManyWords(most)
        : PersonalNumbers.AreIn(text ?? "") ? new CaseError.NumberInWords() : null;

    /// <summary>Whether a field of a form holds such a number.</summary>
    public static FormProblem? Problem(string field, string? text) => PersonalNumbers.AreIn(text ?? "")
        ? new(field, "number", new("这里写了证件号码或手机号。", "This holds an identity or mobile number."), new("别人也会看到，请去掉。", "Others read it; leave the number out.")) : null;
}
