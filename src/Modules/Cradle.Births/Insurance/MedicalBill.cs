using Cradle.Primitives;

namespace Cradle.Births.Insurance;

/// <summary>A bill of the child's that was paid out of the family's pocket before the insurance was done.</summary>
/// <param name="Day">Of the bill.</param>
/// <param name="Amount">Paid.</param>
/// <param name="Invoice">The number on the invoice.</param>
public sealed record MedicalBill(DateOnly Day, Money Amount, string Invoice)
{
    public const int InvoiceLength = 40;
}
