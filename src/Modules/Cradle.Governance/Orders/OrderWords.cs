using Cradle.Platform.Web;

namespace Cradle.Governance.Orders;

/// <summary>What the states of an order are called.</summary>
public static class OrderWords
{
    public static Words Of(OrderState state) => state switch
    {
        OrderState.Issued => new("已发出，未读", "Issued, not read"),
        OrderState.Read => new("已读，待答复", "Read, to be answered"),
        OrderState.Answered => new("已答复，待认可", "Answered, to be accepted"),
        OrderState.Escalated => new("逾期未答，已升级", "Not answered, raised"),
        _ => new("已认可", "Accepted"),
    };
}
