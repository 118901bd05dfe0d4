namespace Cradle.Platform.Protection;

/// <summary>What a protected field holds: says how it is compared and what of it may be shown.</summary>
public enum FieldKind
{
    /// <summary>A resident identity number.</summary>
    IdNumber,

    Phone,

    Email,

    BankAccount,

    Address,

    /// <summary>The number of a certificate or another paper.</summary>
    Document,

    /// <summary>A whole form, or several fields taken together: nobody is shown it as it is.</summary>
    Record,

    /// <summary>What nobody is ever shown: a key of a second factor.</summary>
    Secret,
}
