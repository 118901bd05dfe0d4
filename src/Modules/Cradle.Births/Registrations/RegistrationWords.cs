using Cradle.Platform.Web;

namespace Cradle.Births.Registrations;

/// <summary>What states, papers and channels are called.</summary>
public static class RegistrationWords
{
    public static Words Of(RegistrationState state) => state switch
    {
        RegistrationState.Submitted => new("已提交", "Submitted"),
        RegistrationState.BeingChecked => new("工作人员核对证件中", "The paper is being compared"),
        RegistrationState.NeedsCorrection => new("等您补正", "Waiting for your correction"),
        RegistrationState.Registered => new("已登记", "Registered"),
        RegistrationState.Amended => new("已登记（有变更）", "Registered, amended"),
        RegistrationState.Closed => new("已了结", "Closed"),
        _ => new("已撤销", "Cancelled"),
    };

    /// <summary>How one stands: of what ended with a birth it says so, and of no other.</summary>
    public static Words Of(ChildbearingRegistration one) => one is { State: RegistrationState.Closed, LostOn: null } ? new("孩子已出生并办好证件", "The child is born and has its papers")
        : one.LostOn is null ? Of(one.State) : Of(RegistrationState.Closed);

    public static Words Of(PlaceQueryState state) => state switch
    {
        PlaceQueryState.Asked => new("等对方答复，不影响登记", "Not answered yet; the registration does not wait for it"),
        PlaceQueryState.Confirmed => new("一致", "The same"),
        _ => new("不一致", "Differs"),
    };

    public static Words Of(ConsultationChannel channel) => channel switch
    {
        ConsultationChannel.Counter => new("窗口", "At the counter"),
        ConsultationChannel.Phone => new("电话", "By phone"),
        ConsultationChannel.Online => new("网上", "Online"),
        _ => new("上门", "Home visit"),
    };

    public static Words Of(RegistrationAction action) => action == RegistrationAction.Confirm ? new("核对无误，登记", "It is right: register") : new("退回补正", "Send back");
}
