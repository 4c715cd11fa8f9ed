package io.guatu.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/** 投资 and the contracts that it is spent by, in 万元. What is not entered is not known. */
public sealed interface InvestmentUpdate extends Update {
    /**
     * The project's total, what is planned for a year, and what was completed before it (以前年度累计); what is null stays. Later
     * entries replace earlier ones.
     *
     * @param fixedBefore what of that counts as investment in fixed assets (固投)
     * @param work 年度主要建设内容: what the year shall bring, in words
     * @param land 土地购置费, which is part of the total
     */
    record InvestmentPlanned(
            Money total, Integer year, Money planned, Money before, Money fixedBefore, String work, Money land)
            implements InvestmentUpdate {}

    /**
     * Completed within the month; a later entry corrects the month and needs a note.
     *
     * @param composition what it was spent on; null: not said
     * @param funds the money that came in the month; null: not said
     */
    record InvestmentCompleted(YearMonth month, Money completed, Composition composition, Funds funds, String note)
            implements InvestmentUpdate {}

    /**
     * What the statistics and single offices ask of a completed month more closely; what is null stays.
     *
     * @param firstHalf until its fifteenth
     * @param fixed 固投: what of it counts as investment in fixed assets
     * @param usedEquipment 旧设备购置, part of the equipment, as is {@code renewal} 设备更新
     * @param usedBuildings 旧建筑物购置费, part of the other costs, as is {@code land} 建设用地费
     * @param ministry of what was completed, what a ministry paid for, as {@code province} is what the province did; of the
     *     money that came in the month the same are {@code ministryFunds} and {@code provinceFunds}
     */
    record InvestmentDetailed(
            YearMonth month,
            Money firstHalf,
            Money fixed,
            Money usedEquipment,
            Money renewal,
            Money usedBuildings,
            Money land,
            Money ministry,
            Money province,
            Money ministryFunds,
            Money provinceFunds)
            implements InvestmentUpdate {
        /** Of the month, nothing. */
        public static InvestmentDetailed of(YearMonth month) {
            return new InvestmentDetailed(month, null, null, null, null, null, null, null, null, null, null);
        }

        public InvestmentDetailed fixed(Money amount) {
            return with(new InvestmentDetailed(month, null, amount, null, null, null, null, null, null, null, null));
        }

        /** These with what is told in place of what it replaces. */
        public InvestmentDetailed with(InvestmentDetailed told) {
            return new InvestmentDetailed(
                    month,
                    or(told.firstHalf, firstHalf),
                    or(told.fixed, fixed),
                    or(told.usedEquipment, usedEquipment),
                    or(told.renewal, renewal),
                    or(told.usedBuildings, usedBuildings),
                    or(told.land, land),
                    or(told.ministry, ministry),
                    or(told.province, province),
                    or(told.ministryFunds, ministryFunds),
                    or(told.provinceFunds, provinceFunds));
        }

        private static Money or(Money told, Money known) {
            return told == null ? known : told;
        }
    }

    /** What a month shall bring: an amount, the work in words, or both; a later entry replaces the month's. */
    record MonthPlanned(YearMonth month, Money planned, String work) implements InvestmentUpdate {}

    /** A contract, by its number; told again under the same one it corrects what was said, and needs a note. */
    record ContractSigned(String number, String title, String party, Money amount, LocalDate on, String note)
            implements InvestmentUpdate {
        public ContractSigned {
            number = Visible.name(number);
            title = Visible.name(title);
            party = Visible.name(party);
        }
    }

    /** 联系单、签证、变更: from now on the contract is worth {@code amount}. */
    record ContractVaried(String number, Money amount, LocalDate on, String reason) implements InvestmentUpdate {
        public ContractVaried {
            number = Visible.name(number);
        }
    }
}
